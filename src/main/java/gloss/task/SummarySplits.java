package gloss.task;

import gloss.corpus.JsonLinesFormat;
import gloss.corpus.SummarizedText;
import gloss.corpus.SummaryFiles;
import gloss.corpus.SummaryReader;
import gloss.recipe.SummaryDataRecipe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts that a recipe learns from and validates with; their files are verified. */
final class SummarySplits {
  private final Map<String, String> checksums = new LinkedHashMap<>();
  private final SummaryFiles train;
  private final JsonLinesFormat fields;
  private final List<SummarizedText> valid;

  SummarySplits(SummaryDataRecipe data) throws IOException {
    fields = data.fields();
    train = verified(data, SummaryDataRecipe.TRAIN);
    SummaryFiles files = verified(data, SummaryDataRecipe.VALID);
    TrainingPairs.addWeights(data.weights(), checksums);
    valid = some(files.read(fields), data.validate());
  }

  private SummaryFiles verified(SummaryDataRecipe data, String split) throws IOException {
    SummaryFiles files = data.verified(split);
    files
        .checksums()
        .forEach(
            (file, checksum) ->
                checksums.merge(split + " " + file.getFileName(), checksum, (a, b) -> a + " " + b));
    return files;
  }

  /** So many texts at equal distances; 0 for all. */
  private static List<SummarizedText> some(List<SummarizedText> all, int most) {
    if (most == 0 || most >= all.size()) {
      return all;
    }
    List<SummarizedText> some = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      some.add(all.get((int) ((long) i * all.size() / most)));
    }
    return some;
  }

  /** By split and file. */
  Map<String, String> checksums() {
    return checksums;
  }

  /** The names of the fields of JSON lines. */
  JsonLinesFormat fields() {
    return fields;
  }

  /** The texts to validate with. */
  List<SummarizedText> valid() {
    return valid;
  }

  /** What is done with some texts. */
  @FunctionalInterface
  interface Use {
    void of(List<SummarizedText> texts) throws IOException;
  }

  /** Goes through the texts to learn from, at most so many at a time; the list is good for once. */
  void learned(int atOnce, Use use) throws IOException {
    try (SummaryReader reader = train.open(fields)) {
      List<SummarizedText> texts = new ArrayList<>();
      for (SummarizedText text = reader.next(); text != null; text = reader.next()) {
        texts.add(text);
        if (texts.size() == atOnce) {
          use.of(texts);
          texts.clear();
        }
      }
      use.of(texts);
    }
  }
}
