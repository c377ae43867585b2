package gloss.corpus.check;

import java.util.List;
import java.util.Locale;

/**
 * Something that was found, maybe often.
 *
 * @param examples the first of them: where, and a word or two about it
 */
public record Finding(Kind kind, long count, List<Example> examples) {
  /** Copies the list. */
  public Finding {
    examples = List.copyOf(examples);
  }

  /** What can be found. */
  public enum Kind {
    /** A pair with a side without a word. */
    EMPTY("empty side"),
    /** A pair whose target is its source. */
    IDENTICAL("source is target"),
    /** A pair that came before, but for case and white space. */
    DUPLICATE_PAIR("pair came before"),
    /** A source that came before with another target, but for case and white space. */
    DUPLICATE_SOURCE("source came before"),
    /** Bytes that are not UTF-8, or signs of text decoded wrongly before. */
    ENCODING("encoding error"),
    /** Control characters. */
    CONTROL("control character"),
    /** A word with letters of two scripts. */
    MIXED_SCRIPT("word of two scripts"),
    /** A line in another script than most lines of its side. */
    OTHER_SCRIPT("other script"),
    /** A pair whose ratio of lengths is far from that of the others. */
    RATIO("unusual ratio"),
    /** A side of more than 200 words, and more than ten times the median. */
    LONG("very long");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** What a person reads. */
    public String title() {
      return title;
    }

    /** The name in JSON. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One place. */
  public record Example(String place, String detail) {
    @Override
    public String toString() {
      return detail.isEmpty() ? place : place + " (" + detail + ")";
    }
  }
}
