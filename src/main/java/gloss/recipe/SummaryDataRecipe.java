package gloss.recipe;

import gloss.corpus.Card;
import gloss.corpus.JsonLinesFormat;
import gloss.corpus.SummarizedText;
import gloss.corpus.SummaryFiles;
import gloss.text.InputException;
import gloss.text.Nearest;
import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts with summaries: a corpus with its card, or files named here. */
public record SummaryDataRecipe(
    @Doc("folder of a corpus with a card (corpus.yaml); one of JSON lines names its fields itself")
        Optional<Path> corpus,
    @Doc("field of JSON lines that is read; of a corpus of lines, the part that is read")
        @Default("text")
        String source,
    @Doc("field or part that is written") @Default("summary") String target,
    @Doc("fields with further summaries of the same text, where a record has them") @Default("[]")
        List<String> references,
    @Doc("without a corpus: {records: FILES}, or {source: FILES, target: FILES}")
        Optional<SummaryFiles> train,
    @Doc("without a corpus: files to validate with") Optional<SummaryFiles> valid,
    @Doc("without a corpus: NAME: FILES for each test set") @Default("{}")
        Map<String, SummaryFiles> test,
    @Doc("validates on so many texts, taken evenly from all; 0: on all") @Default("0") int validate,
    @Doc("file with what each text of train counts in the loss: a number above 0 on each line")
        Optional<Path> weights) {
  /** Name of the split that is learned from. */
  public static final String TRAIN = "train";

  /** Name of the split that validation uses. */
  public static final String VALID = "valid";

  /** Fails unless there is either a corpus or files to train and to validate with. */
  public SummaryDataRecipe {
    references = List.copyOf(references);
    test = Collections.unmodifiableMap(new LinkedHashMap<>(test));
    Check.notBlank("source", source);
    Check.notBlank("target", target);
    Check.atLeast("validate", validate, 0);
    if (corpus.isPresent()) {
      String reason = "the corpus has its own splits; remove this key, or 'corpus'";
      Check.that(train.isEmpty(), TRAIN, reason);
      Check.that(valid.isEmpty(), VALID, reason);
      Check.that(test.isEmpty(), "test", reason);
    } else {
      Check.that(train.isPresent(), TRAIN, "missing; give 'corpus', or 'train' and 'valid'");
      Check.that(valid.isPresent(), VALID, "missing; set some texts of 'train' aside for it");
      for (String reserved : new String[] {TRAIN, VALID}) {
        Check.that(!test.containsKey(reserved), "test." + reserved, "is a name of another split");
      }
    }
  }

  /** The names of the fields of JSON lines. */
  public JsonLinesFormat fields() throws IOException {
    return corpus.isPresent() && Card.load(corpus.get()).format() instanceof JsonLinesFormat format
        ? format
        : new JsonLinesFormat(source, target, references);
  }

  /** The files of every split, train and valid first. */
  public Map<String, SummaryFiles> splits() throws IOException {
    return Collections.unmodifiableMap(
        corpus.isPresent() ? splitsOf(Card.load(corpus.get())) : ownSplits());
  }

  /** The files of one split, verified if they have a card; an unknown name is an InputException. */
  public SummaryFiles verified(String name) throws IOException {
    Map<String, SummaryFiles> splits = splits();
    SummaryFiles files = splits.get(name);
    if (files == null) {
      throw new InputException("no split '" + name + "'" + Nearest.hint(name, splits.keySet()));
    }
    if (corpus.isPresent()) {
      Card.load(corpus.get()).verify(name);
    }
    return files;
  }

  /** The texts of one split, all in memory. */
  public List<SummarizedText> read(String split) throws IOException {
    return verified(split).read(fields());
  }

  private Map<String, SummaryFiles> splitsOf(Card card) {
    Map<String, SummaryFiles> splits = new LinkedHashMap<>();
    splits.put(TRAIN, files(card, TRAIN));
    splits.put(VALID, files(card, VALID));
    card.splits().keySet().forEach(name -> splits.put(name, files(card, name)));
    card.requireFetched();
    return splits;
  }

  private SummaryFiles files(Card card, String split) {
    return card.format() instanceof JsonLinesFormat
        ? SummaryFiles.ofRecords(card.paths(split, JsonLinesFormat.RECORDS))
        : new SummaryFiles(
            List.of(), card.paths(split, source), card.paths(split, target), List.of());
  }

  private Map<String, SummaryFiles> ownSplits() {
    Map<String, SummaryFiles> splits = new LinkedHashMap<>();
    splits.put(TRAIN, train.orElseThrow());
    splits.put(VALID, valid.orElseThrow());
    splits.putAll(test);
    return splits;
  }
}
