package gloss.explain;

import gloss.score.rouge.RougeTokenizers;
import gloss.score.token.Tokenizer;
import gloss.score.token.Tokenizers;
import gloss.score.token.Tokens;
import gloss.text.stem.Stemmers;
import java.util.ArrayList;
import java.util.List;

/** The words of a text as a metric sees them. */
public enum WordView {
  /** Tokenizer 13a. */
  BLEU(Tokenizers.MTEVAL_13A, false),
  /** Small letters and digits, longer words by their stems. */
  ROUGE(RougeTokenizers.LATIN, true);

  private static final int SHORT = 3;

  @SuppressWarnings("ImmutableEnumChecker") // Both have no state.
  private final Tokenizer tokenizer;

  private final boolean stemmed;

  WordView(Tokenizer tokenizer, boolean stemmed) {
    this.tokenizer = tokenizer;
    this.stemmed = stemmed;
  }

  /**
   * A word.
   *
   * @param counted what the metric compares
   * @param shown as it stands in the text
   */
  public record Word(String counted, String shown) {}

  /** The words, in order. */
  public List<Word> words(String text) {
    Tokens tokens = new Tokens();
    tokenizer.tokenize(text, tokens);
    if (!stemmed) {
      return tokens.toList().stream().map(token -> new Word(token, token)).toList();
    }
    List<Word> words = new ArrayList<>(tokens.size());
    int from = 0;
    for (String token : tokens.toList()) {
      int at = find(token, text, from);
      from = at < 0 ? from : at + token.length();
      words.add(new Word(stem(token), at < 0 ? token : text.substring(at, from)));
    }
    return words;
  }

  private static String stem(String token) {
    return token.length() > SHORT ? Stemmers.NLTK.stem(token) : token;
  }

  /** Where a token, in small letters, stands in its text; negative if that cannot be found. */
  private static int find(String token, String text, int from) {
    int at = from;
    while (!text.regionMatches(true, at, token, 0, token.length())) {
      at++;
      if (at + token.length() > text.length()) {
        return -1;
      }
    }
    return at;
  }
}
