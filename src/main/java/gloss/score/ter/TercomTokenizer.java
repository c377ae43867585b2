package gloss.score.ter;

import gloss.score.token.Tokenizer;
import gloss.score.token.Tokenizers;
import gloss.score.token.Tokens;
import gloss.text.LowerCase;
import gloss.text.WhiteSpace;
import java.util.function.IntPredicate;

/**
 * The tokenizer of Tercom: words are what white space parts, after case, punctuation and characters
 * of Asian scripts were treated as the settings say.
 *
 * @param normalized restores XML entities and splits off ASCII punctuation, {@code 's}, and dashes
 *     behind digits
 * @param noPunctuation removes {@code . , ? : ; ! " ( )}
 * @param asianSupport extends both to Chinese and Japanese characters and punctuation; alone it
 *     does nothing
 * @param caseSensitive keeps the case of letters
 */
record TercomTokenizer(
    boolean normalized, boolean noPunctuation, boolean asianSupport, boolean caseSensitive)
    implements Tokenizer {
  @Override
  public String name() {
    return "tercom";
  }

  boolean changesPunctuation() {
    return normalized || noPunctuation;
  }

  @Override
  public void tokenize(String line, Tokens out) {
    String text = WhiteSpace.stripTrailing(line);
    if (!caseSensitive) {
      text = LowerCase.of(text);
    }
    if (normalized && !text.isEmpty()) {
      text = normalize(text);
    }
    if (noPunctuation) {
      text = removed(text, c -> ".,?:;!\"()".indexOf(c) >= 0);
      text = asianSupport ? removed(text, TercomTokenizer::isAsianPunctuation) : text;
    }
    Tokenizers.NONE.tokenize(text, out);
  }

  private String normalize(String line) {
    String text = line.replace("\n-", "").replace('\n', ' ');
    if (text.indexOf('&') >= 0) {
      text =
          text.replace("&quot;", "\"")
              .replace("&amp;", "&")
              .replace("&lt;", "<")
              .replace("&gt;", ">");
    }
    text = isolated(" " + text + " ", TercomTokenizer::isSymbol).replace("'s ", " 's ");
    text = dashes(pointsBefore(pointsBehind(text)));
    return asianSupport ? isolated(text, c -> isAsian(c) || isAsianPunctuation(c)) : text;
  }

  private static String isolated(String text, IntPredicate which) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (which.test(c)) {
        out.append(' ').append(c).append(' ');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String removed(String text, IntPredicate which) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars().filter(which.negate()).forEach(c -> out.append((char) c));
    return out.toString();
  }

  /** {@code ([^0-9])([.,])} → {@code \1 \2␣}. */
  private static String pointsBehind(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c);
      if (!isDigit(c) && i + 1 < text.length() && isPoint(text.charAt(i + 1))) {
        out.append(' ').append(text.charAt(++i)).append(' ');
      }
    }
    return out.toString();
  }

  /** {@code ([.,])([^0-9])} → {@code ␣\1 \2}. */
  private static String pointsBefore(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPoint(c) && i + 1 < text.length() && !isDigit(text.charAt(i + 1))) {
        out.append(' ').append(c).append(' ').append(text.charAt(++i));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** {@code ([0-9])(-)} → {@code \1 \2␣}. */
  private static String dashes(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c);
      if (isDigit(c) && i + 1 < text.length() && text.charAt(i + 1) == '-') {
        out.append(" - ");
        i++;
      }
    }
    return out.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isPoint(char c) {
    return c == '.' || c == ',';
  }

  private static boolean isSymbol(int c) {
    return (c >= '{' && c <= '~')
        || (c >= '[' && c <= '`')
        || (c >= ' ' && c <= '&')
        || (c >= '(' && c <= '+')
        || (c >= ':' && c <= '@')
        || c == '/';
  }

  /** Ideographs and their parts; the end of the block of enclosed letters is the reference's. */
  private static boolean isAsian(int c) {
    return (c >= 0x2e80 && c <= 0x2eff)
        || (c >= 0x31c0 && c <= 0x31ef)
        || (c >= 0x3200 && c <= 0x4dbf)
        || (c >= 0x4e00 && c <= 0x9fff)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe4f);
  }

  private static boolean isAsianPunctuation(int c) {
    return c == 0x3001
        || c == 0x3002
        || (c >= 0x3008 && c <= 0x3011)
        || (c >= 0x3014 && c <= 0x301f)
        || (c >= 0xff61 && c <= 0xff65)
        || c == 0x30fb
        || "\uff0e\uff0c\uff1f\uff1a\uff1b\uff01\uff02\uff08\uff09".indexOf(c) >= 0;
  }
}
