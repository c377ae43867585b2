package gloss.explain;

import gloss.score.rouge.RougeTokenizers;
import gloss.score.token.Tokenizer;
import gloss.score.token.Tokenizers;
import gloss.score.token.Tokens;
import gloss.text.stem.Stemmers;
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

  /** The words. */
  public List<String> words(String text) {
    Tokens tokens = new Tokens();
    tokenizer.tokenize(text, tokens);
    return stemmed
        ? tokens.toList().stream()
            .map(word -> word.length() > SHORT ? Stemmers.NLTK.stem(word) : word)
            .toList()
        : tokens.toList();
  }
}
