package gloss.score.ter;

import java.util.List;

/** Opens Tercom's tokenizer to the conformance tests. */
public final class TercomCases {
  private TercomCases() {}

  /** The words of a line in lower case. */
  public static List<String> words(
      boolean normalized, boolean noPunctuation, boolean asian, String line) {
    return new TercomTokenizer(normalized, noPunctuation, asian, false).tokenize(line);
  }
}
