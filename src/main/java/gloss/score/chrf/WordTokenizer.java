package gloss.score.chrf;

import gloss.score.token.Tokenizer;
import gloss.score.token.Tokens;
import gloss.text.WhiteSpace;

/**
 * The words of chrF++: what white space parts, with one ASCII punctuation mark split off, at the
 * end of the word or else at its start. {@code (hi)} becomes {@code (hi} and {@code )}.
 */
final class WordTokenizer implements Tokenizer {
  static final WordTokenizer INSTANCE = new WordTokenizer();

  @Override
  public String name() {
    return "chrf";
  }

  @Override
  public void tokenize(String line, Tokens out) {
    int from = out.load(line);
    char[] text = out.text();
    int end = from + line.length();
    for (int i = from; i < end; i++) {
      if (WhiteSpace.is(text[i])) {
        continue;
      }
      int word = i;
      while (i < end && !WhiteSpace.is(text[i])) {
        i++;
      }
      add(text, word, i, out);
    }
  }

  private static void add(char[] text, int from, int to, Tokens out) {
    int cut = to;
    if (to - from > 1 && isPunctuation(text[to - 1])) {
      cut = to - 1;
    } else if (to - from > 1 && isPunctuation(text[from])) {
      cut = from + 1;
    }
    out.addRange(from, cut);
    if (cut < to) {
      out.addRange(cut, to);
    }
  }

  private static boolean isPunctuation(char c) {
    return (c >= '!' && c <= '/')
        || (c >= ':' && c <= '@')
        || (c >= '[' && c <= '`')
        || (c >= '{' && c <= '~');
  }
}
