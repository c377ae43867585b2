package gloss.score.chrf;

import gloss.score.Segment;
import gloss.score.ngram.NgramMatcher;
import gloss.score.ngram.Symbols;
import gloss.score.ngram.TokenNumbers;
import gloss.score.token.Tokens;
import gloss.text.LowerCase;
import gloss.text.WhiteSpace;

/** Counts the statistics of segments, reusing its tables. Used by one thread at a time. */
final class ChrfCounter {
  private final Chrf chrf;
  private final Symbols characters = new Symbols();
  private final NgramMatcher characterMatcher;
  private final Tokens tokens = new Tokens();
  private final TokenNumbers numbers = new TokenNumbers();
  private final Symbols words = new Symbols();
  private final NgramMatcher wordMatcher;

  ChrfCounter(Chrf chrf) {
    this.chrf = chrf;
    this.characterMatcher = new NgramMatcher(chrf.charOrder());
    this.wordMatcher = new NgramMatcher(chrf.wordOrder());
  }

  double[] statistics(Segment segment) {
    String hypothesis = cased(segment.hypothesis());
    readCharacters(hypothesis);
    characterMatcher.hypothesis(characters);
    int hypothesisCharacters = characters.size();
    int hypothesisWords = hypothesisWords(hypothesis);
    double[] best = new double[0];
    double bestScore = -1;
    for (String reference : segment.references()) {
      double[] counts = counts(cased(reference), hypothesisCharacters, hypothesisWords);
      boolean single = segment.references().size() == 1;
      double score = single ? 0 : chrf.value(counts);
      if (score > bestScore) {
        bestScore = score;
        best = counts;
      }
    }
    return best;
  }

  private String cased(String text) {
    return chrf.lowercase() ? LowerCase.of(text) : text;
  }

  private void readCharacters(String text) {
    characters.clear();
    boolean whitespace = chrf.whitespace();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        int codePoint = text.codePointAt(i);
        characters.add(codePoint);
        i += Character.charCount(codePoint) - 1;
      } else if (whitespace || !WhiteSpace.is(c)) {
        characters.add(c);
      }
    }
  }

  private int hypothesisWords(String text) {
    if (chrf.wordOrder() == 0) {
      return 0;
    }
    tokens.clear();
    WordTokenizer.INSTANCE.tokenize(text, tokens);
    words.clear();
    numbers.number(tokens, tokens.size(), words);
    wordMatcher.hypothesis(words);
    return words.size();
  }

  private double[] counts(String reference, int hypothesisCharacters, int hypothesisWords) {
    double[] shared = new double[chrf.charOrder() + chrf.wordOrder()];
    readCharacters(reference);
    characterMatcher.match(characters, shared, 0);
    matchWords(reference, shared);
    double[] counts = new double[3 * shared.length];
    for (int i = 0; i < shared.length; i++) {
      boolean word = i >= chrf.charOrder();
      int shorter = word ? i - chrf.charOrder() : i;
      int inReference = Math.max(0, (word ? words.size() : characters.size()) - shorter);
      int inHypothesis = (word ? hypothesisWords : hypothesisCharacters) - shorter;
      counts[3 * i] = inReference == 0 ? 0 : Math.max(0, inHypothesis);
      counts[3 * i + 1] = inReference;
      counts[3 * i + 2] = shared[i];
    }
    return counts;
  }

  private void matchWords(String reference, double[] shared) {
    if (chrf.wordOrder() == 0) {
      return;
    }
    int from = tokens.size();
    WordTokenizer.INSTANCE.tokenize(reference, tokens);
    words.clear();
    numbers.find(tokens, from, tokens.size(), words);
    wordMatcher.match(words, shared, chrf.charOrder());
  }
}
