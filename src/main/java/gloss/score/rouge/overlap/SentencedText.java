package gloss.score.rouge.overlap;

import gloss.score.ngram.Symbols;

/** The numbered tokens of a text, sentence by sentence. Used by one thread at a time. */
public final class SentencedText {
  private final Symbols tokens = new Symbols();
  private final Symbols ends = new Symbols();

  /** Forgets everything. */
  public void clear() {
    tokens.clear();
    ends.clear();
  }

  void add(int token) {
    tokens.add(token);
  }

  void endSentence() {
    ends.add(tokens.size());
  }

  /** All tokens in their order. */
  public Symbols tokens() {
    return tokens;
  }

  /** How many tokens there are. */
  public int size() {
    return tokens.size();
  }

  /** How many sentences there are, those without a token included. */
  public int sentences() {
    return ends.size();
  }

  /** Where a sentence begins. */
  public int from(int sentence) {
    return sentence == 0 ? 0 : ends.get(sentence - 1);
  }

  /** Where a sentence ends; its last token stands before. */
  public int to(int sentence) {
    return ends.get(sentence);
  }
}
