package gloss.score.token.spm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A compiled normalization map: the size of a double-array trie (Darts) over UTF-8 as a 32-bit
 * number, its units, then the replacements as zero-terminated strings. The trie's values are places
 * among the replacements.
 */
final class Charsmap {
  private final int[] units;
  private final ByteBuffer replacements;

  Charsmap(ByteBuffer blob) {
    if (!blob.hasRemaining()) {
      units = new int[0];
      replacements = blob;
      return;
    }
    ByteBuffer in = blob.slice().order(ByteOrder.LITTLE_ENDIAN);
    int size = in.remaining() < 4 ? -1 : in.getInt();
    if (size < 0 || size > in.remaining()) {
      throw new IllegalArgumentException("its normalization map is damaged");
    }
    units = new int[size / 4];
    in.slice(4, size).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(units);
    replacements = in.slice(4 + size, in.capacity() - 4 - size);
  }

  /** The longest entry that begins at a place; its length is 0 if there is none. */
  record Match(int length, String replacement) {}

  Match longest(byte[] text, int from) {
    int length = 0;
    int value = 0;
    int node = units.length == 0 ? 0 : offset(units[0]);
    for (int i = from; i < text.length && units.length > 0; i++) {
      int label = text[i] & 0xff;
      node ^= label;
      if (node >= units.length || (units[node] & 0x800000ff) != label) {
        break;
      }
      int unit = units[node];
      node ^= offset(unit);
      if ((unit >>> 8 & 1) == 1 && node < units.length) {
        length = i + 1 - from;
        value = units[node] & 0x7fffffff;
      }
    }
    return new Match(length, length == 0 ? "" : replacement(value));
  }

  private static int offset(int unit) {
    return (unit >>> 10) << ((unit & (1 << 9)) >>> 6);
  }

  private String replacement(int place) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = place; i < replacements.limit() && replacements.get(i) != 0; i++) {
      bytes.write(replacements.get(i));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
