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

  /** {@code intl}: by Unicode categories, for languages with other punctuation than ASCII's. */
  public static final Tokenizer INTERNATIONAL = new International();

  /** {@code zh}: Chinese characters one by one, the rest as {@code 13a}. */
  public static final Tokenizer CHINESE = new Chinese();

  /** {@code char}: every character. */
  public static final Tokenizer CHARACTERS = new Characters();

  /** {@code none}: words are what white space parts. */
  public static final Tokenizer NONE = new None();

  private static final Map<String, Tokenizer> INDEX =
      index(NONE, CHINESE, MTEVAL_13A, INTERNATIONAL, CHARACTERS);

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
