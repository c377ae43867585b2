package gloss.subword;

import org.jspecify.annotations.Nullable;

/**
 * The 256 bytes as printable characters, as GPT-2 writes them: a byte that is a printable Latin-1
 * character other than the space stands for itself, the others stand in order from U+0100 on (the
 * space is {@code Ġ}).
 */
final class ByteAlphabet {
  private static final char[] CHARACTERS = new char[256];
  private static final int[] BYTES = new int[512];

  static {
    java.util.Arrays.fill(BYTES, -1);
    char next = 256;
    for (int b = 0; b < 256; b++) {
      boolean itself = (b >= '!' && b <= '~') || (b >= 0xA1 && b != 0xAD);
      CHARACTERS[b] = itself ? (char) b : next++;
      BYTES[CHARACTERS[b]] = b;
    }
  }

  private ByteAlphabet() {}

  /** The symbol of a byte, 0 to 255. */
  static String symbol(int b) {
    return String.valueOf(CHARACTERS[b]);
  }

  /** The bytes that a token stands for, or null if it holds a character outside the alphabet. */
  static byte @Nullable [] bytes(String token) {
    byte[] bytes = new byte[token.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = token.charAt(i);
      if (c >= BYTES.length || BYTES[c] < 0) {
        return null;
      }
      bytes[i] = (byte) BYTES[c];
    }
    return bytes;
  }
}
