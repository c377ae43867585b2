package gloss.score.rouge.script;

import gloss.score.Segment;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents of one system and what the script prints about them. Documents are numbered from 1
 * in the order in which they are added. Used by one thread at a time; blocks of documents may be
 * scored apart and {@link #append appended} in their order.
 */
public final class ScriptRun {
  private final Rouge155 script;
  private final String system;

  /** For every measure, for every document, its statistics. */
  private final List<List<double[]>> rows = new ArrayList<>();

  ScriptRun(Rouge155 script, String system) {
    this.script = script;
    this.system = system;
    script.measures().forEach(measure -> rows.add(new ArrayList<>()));
  }

  /** Adds a document with its references. */
  public void add(Segment document) {
    for (int m = 0; m < rows.size(); m++) {
      rows.get(m).add(script.measures().get(m).statistics(document));
    }
  }

  /** Appends the documents of another run of the same script. */
  public void append(ScriptRun other) {
    for (int m = 0; m < rows.size(); m++) {
      rows.get(m).addAll(other.rows.get(m));
    }
  }

  /**
   * The script's lines, such as {@code 1 ROUGE-1 Average_R: 0.41581 (95%-conf.int. 0.38757 -
   * 0.44245)}, each with a line feed behind it.
   *
   * @throws InputException if there is no document
   */
  public String text() {
    if (!rows.isEmpty() && rows.get(0).isEmpty()) {
      throw new InputException("nothing to score: there is no line");
    }
    StringBuilder out = new StringBuilder();
    for (int m = 0; m < rows.size(); m++) {
      String tag = system + " " + script.measures().get(m).name();
      new ScriptAverages(script.options(), rows.get(m)).print(tag, out);
      if (script.options().everyDocument()) {
        printDocuments(tag, rows.get(m), out);
      }
    }
    return out.toString();
  }

  private void printDocuments(String tag, List<double[]> documents, StringBuilder out) {
    out.append(".".repeat(45)).append('\n');
    boolean fractions = script.options().scoring().counting() == Scoring.Counting.DOCUMENTS;
    for (int i = 0; i < documents.size(); i++) {
      double[] row = documents.get(i);
      String name = tag + " Eval " + (i + 1) + "." + system;
      out.append(name).append(" R:").append(PerlNumbers.text(row[1], fractions));
      out.append(" P:").append(PerlNumbers.text(row[0], fractions));
      out.append(" F:").append(PerlNumbers.text(row[2], fractions)).append('\n');
    }
  }
}
