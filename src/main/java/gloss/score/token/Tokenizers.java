package gloss.score.token;

import gloss.text.InputException;
import gloss.text.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The index of tokenizers: every name that a user may give, with what it stands for. */
public final class Tokenizers {
  /** {@code 13a}, the tokenizer of WMT and the default of BLEU. */
  public static final Tokenizer MTEVAL_13A = new Mteval13a();

  /** {@code none}: words are what white space parts. */
  public static final Tokenizer NONE = new None();

  private static final Map<String, Tokenizer> INDEX = index(NONE, MTEVAL_13A);

  private Tokenizers() {}

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
          "no tokenizer is called '" + name + "'" + Nearest.hint(name, INDEX.keySet()));
    }
    return tokenizer;
  }
}
