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
    int length = line.length();
    for (int i = 0; i < length; i++) {
      if (WhiteSpace.is(line.charAt(i))) {
        continue;
      }
      int end = i + 1;
      while (end < length && !WhiteSpace.is(line.charAt(end))) {
        end++;
      }
      word(line, i, end, out);
      i = end;
    }
  }

  private static void word(String line, int from, int to, Tokens out) {
    int cut = to;
    if (to - from > 1 && isPunctuation(line.charAt(to - 1))) {
      cut = to - 1;
    } else if (to - from > 1 && isPunctuation(line.charAt(from))) {
      cut = from + 1;
    }
    copy(line, from, cut, out);
    copy(line, cut, to, out);
  }

  private static void copy(String line, int from, int to, Tokens out) {
    for (int i = from; i < to; i++) {
      out.append(line.charAt(i));
    }
    out.end();
  }

  private static boolean isPunctuation(char c) {
    return (c >= '!' && c <= '/')
        || (c >= ':' && c <= '@')
        || (c >= '[' && c <= '`')
        || (c >= '{' && c <= '~');
  }
}
