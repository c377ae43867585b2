package gloss.score.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Numbers, punctuation and symbols of Unicode 14, whatever Unicode the JDK knows: a score must not
 * depend on the JDK.
 */
final class UnicodeCategories {
  private record Range(int first, int last, char category) {}

  private static final char[] ASCII = new char[128];
  private static final int[] FIRST;
  private static final int[] LAST;
  private static final char[] CATEGORY;

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = ascii(c);
    }
    List<Range> ranges = read();
    FIRST = ranges.stream().mapToInt(Range::first).toArray();
    LAST = ranges.stream().mapToInt(Range::last).toArray();
    CATEGORY = new char[FIRST.length];
    for (int i = 0; i < CATEGORY.length; i++) {
      CATEGORY[i] = ranges.get(i).category();
    }
  }

  private UnicodeCategories() {}

  /** {@code N}, {@code P}, {@code S}, or a blank for everything else. */
  static char of(int codePoint) {
    if (codePoint < ASCII.length) {
      return ASCII[codePoint];
    }
    int at = Arrays.binarySearch(FIRST, codePoint);
    int range = at >= 0 ? at : -at - 2;
    return range >= 0 && codePoint <= LAST[range] ? CATEGORY[range] : ' ';
  }

  private static char ascii(char c) {
    if (c >= '0' && c <= '9') {
      return 'N';
    }
    if ("$+<=>^`|~".indexOf(c) >= 0) {
      return 'S';
    }
    return "!\"#%&'()*,-./:;?@[\\]_{}".indexOf(c) >= 0 ? 'P' : ' ';
  }

  /** The file: a category, then its ranges in hexadecimal, parted by blanks. */
  private static List<Range> read() {
    List<Range> ranges = new ArrayList<>();
    for (String line : text().split("\n", -1)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      for (String range : line.substring(2).split(" ", -1)) {
        int dash = range.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
        int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1), 16);
        ranges.add(new Range(first, last, line.charAt(0)));
      }
    }
    ranges.sort(Comparator.comparingInt(Range::first));
    return ranges;
  }

  private static String text() {
    try (InputStream in = UnicodeCategories.class.getResourceAsStream("unicode14.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
