package gloss.recipe;

import gloss.text.InputException;
import gloss.text.Nearest;
import java.util.Map;

/** The smallest recipe of each task: nothing but what has no default. */
final class RecipeExamples {
  private static final Map<String, String> SMALLEST =
      Map.of(
          "translation",
          """
          task: translation
          name: phrasebook-en-fr
          data:
            source: en
            target: fr
            corpus: ../../corpora/phrasebook-en-fr
          """,
          "summarization",
          """
          task: summarization
          name: bulletins
          data:
            corpus: ../../corpora/bulletins
          """,
          "extractive-summarization",
          """
          task: extractive-summarization
          name: bulletins-extract
          data:
            corpus: ../../corpora/bulletins
          """,
          "image-classification",
          """
          task: image-classification
          name: glyphs
          data:
            corpus: ../../corpora/glyphs
          """,
          "tabular-classification",
          """
          task: tabular-classification
          name: species
          data:
            train: flowers.csv
            target: species
          """,
          "regression",
          """
          task: regression
          name: flats
          data:
            corpus: ../../corpora/flats
          """,
          "own",
          """
          task: own
          name: mine
          """);

  private RecipeExamples() {}

  /** The recipe of a task; an unknown task is an {@link InputException}. */
  static String smallest(String task) {
    String yaml = SMALLEST.get(task);
    if (yaml == null) {
      throw new InputException("no task '" + task + "'" + Nearest.hint(task, SMALLEST.keySet()));
    }
    return yaml;
  }
}
