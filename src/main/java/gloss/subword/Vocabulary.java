package gloss.subword;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The tokens and their ids. Immutable.
 *
 * <p>The special tokens come first, the four that every model needs always with the same ids: 0
 * {@code <pad>}, 1 {@code <unk>}, 2 {@code <s>}, 3 {@code </s>}. No text is ever encoded to a
 * special token.
 */
public final class Vocabulary {
  /** The id of {@code <pad>}, which fills up rows of a batch. */
  public static final int PAD = 0;

  /** The id of {@code <unk>}, which byte pair encoding never produces: it knows every byte. */
  public static final int UNK = 1;

  /** The id of {@code <s>}, which begins a sentence. */
  public static final int BOS = 2;

  /** The id of {@code </s>}, which ends a sentence. */
  public static final int EOS = 3;

  /** The special tokens that every vocabulary begins with, in the order of their ids. */
  public static final List<String> STANDARD_SPECIALS = List.of("<pad>", "<unk>", "<s>", "</s>");

  private final List<String> tokens;
  private final int specials;
  private final Map<String, Integer> ids = new HashMap<>();

  /**
   * Numbers tokens from 0.
   *
   * @param tokens all tokens, special ones first
   * @param specials how many of them are special
   * @throws IllegalArgumentException if a token occurs twice or the standard special tokens are not
   *     at their places
   */
  Vocabulary(List<String> tokens, int specials) {
    this.tokens = List.copyOf(tokens);
    this.specials = specials;
    int standard = STANDARD_SPECIALS.size();
    if (specials < standard || !this.tokens.subList(0, standard).equals(STANDARD_SPECIALS)) {
      throw new IllegalArgumentException("the first tokens must be " + STANDARD_SPECIALS);
    }
    for (String token : this.tokens) {
      if (ids.putIfAbsent(token, ids.size()) != null) {
        throw new IllegalArgumentException("the token '" + token + "' occurs twice");
      }
    }
  }

  /** The number of tokens, special ones included; ids are 0 to size - 1. */
  public int size() {
    return tokens.size();
  }

  /**
   * The token with an id, as it stands in the tokenizer file: bytes in GPT-2's alphabet, a space
   * being {@code Ġ}.
   *
   * @throws IllegalArgumentException if no token has this id
   */
  public String token(int id) {
    if (id < 0 || id >= tokens.size()) {
      throw new IllegalArgumentException(
          "no token has id " + id + "; the vocabulary has " + tokens.size());
    }
    return tokens.get(id);
  }

  /** The id of a token written as {@link #token} gives it, if there is such a token. */
  public OptionalInt id(String token) {
    Integer id = ids.get(token);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** Whether the token with this id is special: stands for no text. */
  public boolean isSpecial(int id) {
    return id >= 0 && id < specials;
  }

  /** All tokens in the order of their ids. */
  public List<String> tokens() {
    return tokens;
  }

  /** The special tokens in the order of their ids. */
  public List<String> specials() {
    return tokens.subList(0, specials);
  }
}
