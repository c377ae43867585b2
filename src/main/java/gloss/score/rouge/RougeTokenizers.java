package gloss.score.rouge;

import gloss.score.token.Tokenizer;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The index of tokenizers that are made for ROUGE. */
public final class RougeTokenizers {
  /** {@code latin}: runs of a to z and 0 to 9 in lower case; all else parts. The reference's. */
  public static final Tokenizer LATIN = new LatinTokenizer();

  /**
   * {@code unicode}: runs of letters, marks and digits of any script in lower case; where a script
   * has no spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) every letter with its marks.
   */
  public static final Tokenizer UNICODE = new UnicodeTokenizer();

  private static final Map<String, Tokenizer> INDEX = index(LATIN, UNICODE);

  private RougeTokenizers() {}

  private static Map<String, Tokenizer> index(Tokenizer... tokenizers) {
    Map<String, Tokenizer> index = new LinkedHashMap<>();
    for (Tokenizer tokenizer : tokenizers) {
      index.put(tokenizer.name(), tokenizer);
    }
    return Collections.unmodifiableMap(index);
  }

  /** All of them by name. */
  public static Map<String, Tokenizer> index() {
    return INDEX;
  }

  /**
   * The tokenizer of that name.
   *
   * @throws InputException if there is none; the nearest name is offered
   */
  public static Tokenizer named(String name) {
    Tokenizer tokenizer = INDEX.get(name);
    if (tokenizer == null) {
      throw new InputException(
          "no tokenizer of ROUGE is called '" + name + "'" + Nearest.hint(name, INDEX.keySet()));
    }
    return tokenizer;
  }
}
