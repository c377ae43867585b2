package gloss.recipe;

import gloss.corpus.Card;
import gloss.corpus.image.ImageFiles;
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

/** Pictures with classes: a corpus with its card, or files named here. */
public record ImageDataRecipe(
    @Doc("folder of a corpus with a card (corpus.yaml)") Optional<Path> corpus,
    @Doc("without a corpus: {images: FILES} to learn from") Optional<ImageFiles> train,
    @Doc("without a corpus: {images: FILES} to validate with") Optional<ImageFiles> valid,
    @Doc("without a corpus: NAME: {images: FILES} for each test set") @Default("{}")
        Map<String, ImageFiles> test,
    @Doc("without a corpus: names of the classes; by default those of their folders, or numbers")
        @Default("[]")
        List<String> classes,
    @Doc("pictures of train that are set aside") @Default("{}") HoldOutRecipe holdOut,
    @Doc("whether a file that is no picture is refused, and not left out") @Default("false")
        boolean strict) {
  /** Fails unless there is either a corpus or files to train with. */
  public ImageDataRecipe {
    test = Collections.unmodifiableMap(new LinkedHashMap<>(test));
    classes = List.copyOf(classes);
    if (corpus.isPresent()) {
      String reason = "the corpus has its own; remove this key, or 'corpus'";
      Check.that(train.isEmpty(), HoldOutRecipe.TRAIN, reason);
      Check.that(valid.isEmpty(), HoldOutRecipe.VALID, reason);
      Check.that(test.isEmpty(), "test", reason);
      Check.that(classes.isEmpty(), "classes", reason);
    } else {
      Check.that(train.isPresent(), HoldOutRecipe.TRAIN, "missing; give 'corpus', or 'train'");
    }
    for (String reserved :
        new String[] {HoldOutRecipe.TRAIN, HoldOutRecipe.VALID, HoldOutRecipe.HELD_OUT}) {
      Check.that(!test.containsKey(reserved), "test." + reserved, "is a name of another split");
    }
  }

  /** The files of every split that has files of its own. */
  public Map<String, ImageFiles> files() throws IOException {
    Map<String, ImageFiles> splits = new LinkedHashMap<>();
    if (corpus.isPresent()) {
      Card card = Card.load(corpus.get());
      card.split(HoldOutRecipe.TRAIN);
      card.splits().keySet().forEach(name -> splits.put(name, ImageFiles.of(card, name)));
    } else {
      splits.put(HoldOutRecipe.TRAIN, train.orElseThrow());
      valid.ifPresent(files -> splits.put(HoldOutRecipe.VALID, files));
      splits.putAll(test);
    }
    return splits;
  }

  /** The names of all splits, those made of the training pictures with them. */
  public List<String> splits() throws IOException {
    return holdOut.splits(files().keySet());
  }

  /** The names of the classes, where they are known before the pictures are read. */
  public Optional<List<String>> knownClasses() throws IOException {
    if (corpus.isPresent()) {
      return Optional.of(ImageFiles.classes(Card.load(corpus.get())));
    }
    return Optional.of(classes).filter(names -> !names.isEmpty());
  }

  /** The files of a split that has files of its own; those with a card are verified first. */
  public ImageFiles verified(String name) throws IOException {
    ImageFiles files = files().get(name);
    if (files == null) {
      throw new InputException("no split '" + name + "'" + Nearest.hint(name, splits()));
    }
    if (corpus.isPresent()) {
      Card.load(corpus.get()).verify(name);
    }
    return files;
  }
}
