package gloss.recipe;

import gloss.corpus.Card;
import gloss.corpus.CsvFormat;
import gloss.corpus.table.TableForm;
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

/** Tables: a corpus with its card, or files named here. */
public record TableDataRecipe(
    @Doc("folder of a corpus with a card (corpus.yaml)") Optional<Path> corpus,
    @Doc("without a corpus: files to learn from") @Default("[]") List<Path> train,
    @Doc("without a corpus: files to validate with") @Default("[]") List<Path> valid,
    @Doc("without a corpus: NAME: FILES for each test set") @Default("{}")
        Map<String, List<Path>> test,
    @Doc("without a corpus: column that is to be predicted; its number if there is no header")
        Optional<String> target,
    @Doc("columns that are not looked at") @Default("[]") List<String> ignore,
    @Doc("columns whose numbers are names, such as postcodes") @Default("[]") List<String> text,
    @Doc("most different values of a column of text that are told apart; the most frequent")
        @Default("100")
        int mostValues,
    @Doc("without a corpus: how the files are to be read") @Default("{}") TableForm form,
    @Doc("rows of the training table that are set aside") @Default("{}") HoldOutRecipe holdOut) {
  /** How networks for tables are trained if a recipe does not say. */
  static final String TRAINING =
      "{optimizer: {rate: 0.001}, schedule: {type: constant}, until: 100 epochs, validate:"
          + " {patience: 10}}";

  /** Fails unless there is either a corpus or files to train with. */
  public TableDataRecipe {
    train = List.copyOf(train);
    valid = List.copyOf(valid);
    test = Collections.unmodifiableMap(new LinkedHashMap<>(test));
    ignore = List.copyOf(ignore);
    text = List.copyOf(text);
    Check.atLeast("most-values", mostValues, 1);
    if (corpus.isPresent()) {
      String reason = "the corpus has its own; remove this key, or 'corpus'";
      Check.that(train.isEmpty(), HoldOutRecipe.TRAIN, reason);
      Check.that(valid.isEmpty(), HoldOutRecipe.VALID, reason);
      Check.that(test.isEmpty(), HoldOutRecipe.TEST, reason);
      Check.that(target.isEmpty(), "target", reason);
      Check.that(form.equals(TableForm.USUAL), "form", reason);
    } else {
      Check.that(
          !train.isEmpty(), HoldOutRecipe.TRAIN, "missing; give 'corpus', or 'train' and 'target'");
      Check.that(target.isPresent(), "target", "missing; it names the column to be predicted");
    }
    for (String reserved :
        new String[] {HoldOutRecipe.TRAIN, HoldOutRecipe.VALID, HoldOutRecipe.HELD_OUT}) {
      Check.that(!test.containsKey(reserved), "test." + reserved, "is a name of another split");
    }
  }

  /** The files of every split that has files of its own. */
  public Map<String, List<Path>> files() throws IOException {
    Map<String, List<Path>> files = new LinkedHashMap<>();
    if (corpus.isPresent()) {
      Card card = card();
      card.split(HoldOutRecipe.TRAIN);
      card.splits().keySet().forEach(name -> files.put(name, card.paths(name, CsvFormat.ROWS)));
      card.requireFetched();
    } else {
      files.put(HoldOutRecipe.TRAIN, train);
      if (!valid.isEmpty()) {
        files.put(HoldOutRecipe.VALID, valid);
      }
      files.putAll(test);
    }
    return files;
  }

  /** The names of all splits, those made of the training table with them. */
  public List<String> splits() throws IOException {
    return holdOut.splits(files().keySet());
  }

  /** Fails for a split that is not there, and for files of a corpus that are not as they were. */
  public void verify(String split) throws IOException {
    if (!splits().contains(split)) {
      throw new InputException("no split '" + split + "'" + Nearest.hint(split, splits()));
    }
    if (corpus.isPresent()) {
      card().verify(files().containsKey(split) ? split : HoldOutRecipe.TRAIN);
    }
  }

  /** The column that is to be predicted. */
  public String targetColumn() throws IOException {
    return corpus.isPresent() ? format().target() : target.orElseThrow();
  }

  /** How the files are to be read. */
  public TableForm tableForm() throws IOException {
    return corpus.isPresent() ? format().form() : form;
  }

  private Card card() throws IOException {
    return Card.load(corpus.orElseThrow());
  }

  private CsvFormat format() throws IOException {
    Card card = card();
    if (card.format() instanceof CsvFormat format) {
      return format;
    }
    throw new InputException(card.name() + ": holds no tables");
  }
}
