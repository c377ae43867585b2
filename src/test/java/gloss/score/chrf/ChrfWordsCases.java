package gloss.score.chrf;

import java.util.List;

/** Opens the words of chrF++ to the conformance tests. */
public final class ChrfWordsCases {
  private ChrfWordsCases() {}

  /** The words of a line. */
  public static List<String> words(String line) {
    return WordTokenizer.INSTANCE.tokenize(line);
  }
}
