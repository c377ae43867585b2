package gloss.score.ter;

import gloss.score.Segment;
import gloss.score.ngram.Symbols;
import gloss.score.ngram.TokenNumbers;
import gloss.score.token.Tokens;

/** Counts the statistics of segments, reusing its tables. Used by one thread at a time. */
final class TerCounter {
  private final TercomTokenizer tokenizer;
  private final Tokens tokens = new Tokens();
  private final TokenNumbers numbers = new TokenNumbers();
  private final Symbols words = new Symbols();
  private final ShiftSearch search = new ShiftSearch();

  TerCounter(TercomTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  double[] statistics(Segment segment) {
    tokens.clear();
    tokenizer.tokenize(segment.hypothesis(), tokens);
    words.clear();
    numbers.number(tokens, tokens.size(), words);
    int[] hypothesis = copy();
    long edits = Long.MAX_VALUE;
    long length = 0;
    for (String reference : segment.references()) {
      int[] wanted = reference(reference);
      edits = Math.min(edits, search.edits(hypothesis, wanted));
      length += wanted.length;
    }
    return new double[] {edits, (double) length / segment.references().size()};
  }

  private int[] reference(String text) {
    int from = tokens.size();
    tokenizer.tokenize(tokenizer.changesPunctuation() ? tokenizedOnce(text) : text, tokens);
    words.clear();
    numbers.find(tokens, from, tokens.size(), words);
    return copy();
  }

  /** sacreBLEU tokenizes references, and only them, twice: more punctuation may come off. */
  private String tokenizedOnce(String text) {
    return String.join(" ", tokenizer.tokenize(text));
  }

  private int[] copy() {
    int[] copy = new int[words.size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = words.get(i);
    }
    return copy;
  }
}
