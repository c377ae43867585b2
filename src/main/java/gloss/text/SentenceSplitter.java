package gloss.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into sentences. A seam: whoever brings a real splitter (CoreNLP's, say) wraps it
 * into a lambda and gives it a name with {@link #named}. Immutable, for any number of threads.
 */
@FunctionalInterface
public interface SentenceSplitter {
  /** Every line is a sentence: text is split at line feeds. */
  SentenceSplitter LINES = separator("\n").named("lines");

  /** The sentences of a text in their order; blank ones may be among them. */
  List<String> split(String text);

  /** What stands in signatures; two splitters of the same name give the same sentences. */
  default String name() {
    return "custom";
  }

  /** This splitter under a name. */
  default SentenceSplitter named(String name) {
    SentenceSplitter splitter = this;
    return new SentenceSplitter() {
      @Override
      public List<String> split(String text) {
        return splitter.split(text);
      }

      @Override
      public String name() {
        return name;
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }

  /**
   * Sentences are what a string parts, taken as it is. In the name, characters that have a meaning
   * in signatures stand as {@code %XX}.
   *
   * @throws InputException if the string is empty
   */
  static SentenceSplitter separator(String separator) {
    if (separator.isEmpty()) {
      throw new InputException("the separator of sentences must not be empty");
    }
    SentenceSplitter splitter = text -> parts(text, separator);
    return splitter.named("separator[" + escaped(separator) + "]");
  }

  private static List<String> parts(String text, String separator) {
    int end = text.indexOf(separator);
    if (end < 0) {
      return List.of(text);
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (; end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end));
      start = end + separator.length();
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String escaped(String separator) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < separator.length(); i++) {
      char c = separator.charAt(i);
      if (c <= ' ' || c == '|' || c == ':' || c == '%' || c == ']') {
        out.append(String.format("%%%02X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
