package gloss.recipe;

import gloss.corpus.Card;
import gloss.corpus.ParallelFiles;
import gloss.corpus.ParallelText;
import gloss.corpus.clean.CleanRecipe;
import gloss.text.InputException;
import gloss.text.Nearest;
import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Parallel text: a corpus with its card, or files named here. */
public record ParallelDataRecipe(
    @Doc("code of the language that is read") String source,
    @Doc("code of the language that is written") String target,
    @Doc("folder of a corpus with a card (corpus.yaml)") Optional<Path> corpus,
    @Doc("without a corpus: {source: FILES, target: FILES} to learn from")
        Optional<ParallelFiles> train,
    @Doc("without a corpus: files to validate with") Optional<ParallelFiles> valid,
    @Doc("without a corpus: NAME: {source: FILES, target: FILES} for each test set") @Default("{}")
        Map<String, ParallelFiles> test,
    @Doc("what 'gloss corpora clean' drops from train; training reads files as they are")
        Optional<CleanRecipe> clean,
    @Doc("file with what each line of train counts in the loss: a number above 0 on each line")
        Optional<Path> weights) {
  /** Name of the split that is learned from. */
  public static final String TRAIN = "train";

  /** Name of the split that validation uses. */
  public static final String VALID = "valid";

  /** Fails unless there is either a corpus or files to train and to validate with. */
  public ParallelDataRecipe {
    test = Collections.unmodifiableMap(new LinkedHashMap<>(test));
    Check.notBlank("source", source);
    Check.notBlank("target", target);
    if (corpus.isPresent()) {
      String reason = "the corpus has its own splits; remove this key, or 'corpus'";
      Check.that(train.isEmpty(), TRAIN, reason);
      Check.that(valid.isEmpty(), VALID, reason);
      Check.that(test.isEmpty(), "test", reason);
    } else {
      Check.that(train.isPresent(), TRAIN, "missing; give 'corpus', or 'train' and 'valid'");
      Check.that(valid.isPresent(), VALID, "missing; set some lines of 'train' aside for it");
      for (String reserved : new String[] {TRAIN, VALID}) {
        Check.that(!test.containsKey(reserved), "test." + reserved, "is a name of another split");
      }
    }
  }

  /**
   * The files of every split, train and valid first. A corpus without these two, or without one of
   * the languages, is an {@link InputException}.
   */
  public Map<String, ParallelFiles> splits() throws IOException {
    return Collections.unmodifiableMap(
        corpus.isPresent() ? splitsOf(Card.load(corpus.get())) : ownSplits());
  }

  /** The files of one split; an unknown name is an {@link InputException}. */
  public ParallelFiles split(String name) throws IOException {
    Map<String, ParallelFiles> splits = splits();
    ParallelFiles files = splits.get(name);
    if (files == null) {
      throw new InputException("no split '" + name + "'" + Nearest.hint(name, splits.keySet()));
    }
    return files;
  }

  /** The files of one split; those with a card are verified first. */
  public ParallelFiles verified(String split) throws IOException {
    ParallelFiles files = split(split);
    if (corpus.isPresent()) {
      Card.load(corpus.get()).verify(split);
    }
    return files;
  }

  /** The text of one split, all in memory; files with a card are verified first. */
  public ParallelText read(String split) throws IOException {
    return ParallelText.read(verified(split));
  }

  private Map<String, ParallelFiles> splitsOf(Card card) {
    Map<String, ParallelFiles> splits = new LinkedHashMap<>();
    splits.put(TRAIN, card.parallel(TRAIN, source, target));
    splits.put(VALID, card.parallel(VALID, source, target));
    card.splits().keySet().forEach(name -> splits.put(name, card.parallel(name, source, target)));
    return splits;
  }

  private Map<String, ParallelFiles> ownSplits() {
    Map<String, ParallelFiles> splits = new LinkedHashMap<>();
    splits.put(TRAIN, train.orElseThrow());
    splits.put(VALID, valid.orElseThrow());
    splits.putAll(test);
    return splits;
  }
}
