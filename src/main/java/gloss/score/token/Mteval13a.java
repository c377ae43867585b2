package gloss.score.token;

import gloss.text.WhiteSpace;

/**
 * {@code 13a}: NIST's {@code mteval-v13a.pl}, the tokenizer of WMT and the default of BLEU.
 *
 * <p>Restores the XML entities of quotation mark, ampersand, less-than and greater-than, drops
 * {@code <skipped>}, and splits off ASCII punctuation except apostrophe, dash (unless behind a
 * digit), and full stops and commas between digits. Punctuation beyond ASCII stays where it is.
 */
final class Mteval13a extends SplittingTokenizer {
  /** Kinds of the ASCII characters; also used by {@link Chinese}. */
  static final byte[] ASCII = new byte[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = asciiKind(c);
    }
  }

  private static byte asciiKind(char c) {
    if (WhiteSpace.is(c)) {
      return SPACE;
    }
    if (c >= '0' && c <= '9') {
      return DIGIT;
    }
    return switch (c) {
      case '.', ',' -> POINT;
      case '-' -> DASH;
      default -> isSymbol(c) ? SYMBOL : LETTER;
    };
  }

  private static boolean isSymbol(char c) {
    return (c >= '{' && c <= '~')
        || (c >= '[' && c <= '`')
        || (c >= ' ' && c <= '&')
        || (c >= '(' && c <= '+')
        || (c >= ':' && c <= '@')
        || c == '/';
  }

  @Override
  public String name() {
    return "13a";
  }

  @Override
  byte kind(int c) {
    return c < 128 ? ASCII[c] : WhiteSpace.is(c) ? SPACE : LETTER;
  }

  @Override
  byte edge() {
    return SPACE;
  }

  @Override
  public void tokenize(String line, Tokens out) {
    split(prepared(line), out);
  }

  private static String prepared(String line) {
    String text = line;
    if (text.indexOf('<') >= 0) {
      text = text.replace("<skipped>", "");
    }
    if (text.indexOf('\n') >= 0) {
      text = text.replace("-\n", "").replace('\n', ' ');
    }
    if (text.indexOf('&') < 0) {
      return text;
    }
    return text.replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
  }
}
