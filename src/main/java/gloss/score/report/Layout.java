package gloss.score.report;

import gloss.score.Score;
import java.util.Locale;

/**
 * How scores are written.
 *
 * @param format JSON, text or LaTeX
 * @param width decimals
 * @param shortSignature whether text shows the short form of signatures
 * @param scoreOnly whether only the number is written
 * @param palette colours, or none
 */
public record Layout(
    Format format, int width, boolean shortSignature, boolean scoreOnly, Palette palette) {

  /** The formats; LaTeX is for several systems, one system is written as text. */
  public enum Format {
    /** A JSON object or list. */
    JSON,
    /** A line of text, or a table with ruled lines. */
    TEXT,
    /** A table for LaTeX's package booktabs. */
    LATEX;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One score in this layout. */
  public String score(Score score) {
    if (scoreOnly) {
      return score.number(width);
    }
    return format == Format.JSON ? score.json(width) : line(score);
  }

  /** One score as a line of text, whatever the format. */
  public String line(Score score) {
    if (scoreOnly) {
      return score.number(width);
    }
    return shortSignature ? score.shortText(width) : score.text(width);
  }

  String signature(Score score) {
    return shortSignature ? score.signature().toShortString() : score.signature().toString();
  }
}
