package gloss.score.bleu;

import gloss.score.Segment;
import gloss.score.ngram.NgramMatcher;
import gloss.score.ngram.Symbols;
import gloss.score.ngram.TokenNumbers;
import gloss.score.token.Tokens;

/** Counts the statistics of segments, reusing its tables. Used by one thread at a time. */
final class BleuCounter {
  private final Bleu bleu;
  private final Tokens tokens = new Tokens();
  private final TokenNumbers numbers = new TokenNumbers();
  private final Symbols symbols = new Symbols();
  private final NgramMatcher matcher;

  BleuCounter(Bleu bleu) {
    this.bleu = bleu;
    this.matcher = new NgramMatcher(bleu.maxOrder());
  }

  double[] statistics(Segment segment) {
    double[] statistics = new double[bleu.size()];
    int length = hypothesis(segment.hypothesis());
    int closest = -1;
    for (String reference : segment.references()) {
      int from = tokens.size();
      bleu.tokenize(reference, tokens);
      symbols.clear();
      numbers.find(tokens, from, tokens.size(), symbols);
      matcher.matchMore(symbols, statistics, 2);
      closest = closer(length, symbols.size(), closest);
    }
    statistics[0] = length;
    statistics[1] = closest;
    for (int n = 0; n < bleu.maxOrder(); n++) {
      statistics[2 + bleu.maxOrder() + n] = Math.max(0, length - n);
    }
    return statistics;
  }

  private int hypothesis(String text) {
    tokens.clear();
    bleu.tokenize(text, tokens);
    symbols.clear();
    numbers.number(tokens, tokens.size(), symbols);
    matcher.hypothesis(symbols);
    return symbols.size();
  }

  private static int closer(int length, int candidate, int best) {
    int nearer = Math.abs(length - candidate) - Math.abs(length - best);
    return best < 0 || nearer < 0 || (nearer == 0 && candidate < best) ? candidate : best;
  }
}
