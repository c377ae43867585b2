package gloss.corpus.check;

import java.util.Optional;

/** Characters that text does not have when all went well on its way. */
public final class Characters {
  private static final int REPLACEMENT = 0xfffd;
  private static final int BYTE_ORDER_MARK = 0xfeff;

  private Characters() {}

  /** Whether bytes were lost, or decoded wrongly, here or earlier; a word or two about it. */
  public static Optional<String> encodingError(Line line) {
    if (line.damaged()) {
      return Optional.of("not UTF-8");
    }
    String text = line.text();
    if (text.indexOf(REPLACEMENT) >= 0) {
      return Optional.of("has U+FFFD, which stands for lost bytes");
    }
    for (int i = 1; i < text.length(); i++) {
      if (isTwiceEncoded(text.charAt(i - 1), text.charAt(i))) {
        return Optional.of("encoded twice: '" + text.substring(i - 1, i + 1) + "'");
      }
    }
    return Optional.empty();
  }

  /** The two bytes of a letter in UTF-8 that were taken for two characters of Latin-1. */
  private static boolean isTwiceEncoded(char first, char second) {
    return (first == 'Ã' || first == 'Â') && second >= 0x80 && second <= 0xbf;
  }

  /** The first control character, line separator or byte order mark; none of tab and line feed. */
  public static Optional<String> control(String text) {
    return text.codePoints()
        .filter(Characters::isControl)
        .mapToObj("U+%04X"::formatted)
        .findFirst();
  }

  private static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t' && c != '\n';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> c == BYTE_ORDER_MARK;
    };
  }
}
