package gloss.score.rouge.overlap;

import gloss.score.token.Tokenizer;
import gloss.score.token.Tokens;
import java.util.List;

/**
 * Turns sentences into numbered tokens. Texts that are to be compared must come from the same
 * reader, with no {@link #start} between them. Used by one thread at a time.
 */
public final class TextReader {
  private final Tokenizer tokenizer;
  private final Vocabulary vocabulary;
  private final LocalNumbers numbers = new LocalNumbers();
  private final Tokens tokens = new Tokens();

  /** Reads with a tokenizer and compares tokens by a form of theirs. */
  public TextReader(Tokenizer tokenizer, WordForm form) {
    this.tokenizer = tokenizer;
    this.vocabulary = new Vocabulary(form);
  }

  /** To be called before the first text of a segment. */
  public void start() {
    vocabulary.limit();
    numbers.start();
  }

  /** Replaces what is in {@code out} by the tokens of these sentences. */
  public void read(List<String> sentences, SentencedText out) {
    out.clear();
    for (String sentence : sentences) {
      tokens.clear();
      tokenizer.tokenize(sentence, tokens);
      for (int i = 0; i < tokens.size(); i++) {
        int word = vocabulary.number(tokens, i);
        if (word != Vocabulary.NONE) {
          out.add(numbers.of(word));
        }
      }
      out.endSentence();
    }
  }
}
