package gloss.subword;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Text for tests. */
final class RandomText {
  private static final String USUAL = "abcdeéßñABC  \t0123.,-'</s>日本語\u0301\u00A0\u2028\u0000😀𝒳";

  private RandomText() {}

  /** Up to {@code longest} code points: usual ones, and any that are assigned. */
  static String line(Random random, int longest) {
    int[] usual = USUAL.codePoints().toArray();
    int length = random.nextInt(longest + 1);
    StringBuilder text = new StringBuilder();
    while (text.codePointCount(0, text.length()) < length) {
      text.appendCodePoint(
          random.nextInt(4) > 0 ? usual[random.nextInt(usual.length)] : assigned(random));
    }
    return text.toString();
  }

  private static int assigned(Random random) {
    while (true) {
      int c = random.nextInt(random.nextBoolean() ? 0x3000 : Character.MAX_CODE_POINT + 1);
      int type = Character.getType(c);
      if (type != Character.UNASSIGNED && type != Character.SURROGATE) {
        return c;
      }
    }
  }

  /** Lines of words made of a few letters. */
  static List<String> lines(Random random, int count, String letters, int longest) {
    int[] alphabet = (letters + letters + " ").codePoints().toArray();
    return Stream.generate(() -> line(random, alphabet, random.nextInt(longest + 1)))
        .limit(count)
        .toList();
  }

  private static String line(Random random, int[] alphabet, int length) {
    StringBuilder line = new StringBuilder();
    random.ints(length, 0, alphabet.length).forEach(i -> line.appendCodePoint(alphabet[i]));
    return line.toString();
  }
}
