package gloss.subword;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what pieces of text became. Bounded: a piece has a few places, in one of which it takes
 * the place of another when none is free, and long pieces are not kept.
 *
 * <p>Safe for many threads without locks: an entry is immutable, so that a thread sees either all
 * of it or none, and a lost entry costs no more than the work of making it again.
 */
final class PieceCache<V> {
  private static final int BITS = 16;
  private static final int WAYS = 4;
  private static final int LONGEST = 64;

  private record Entry<V>(String piece, V value) {}

  /** Makes the value of a piece that is not remembered. */
  @FunctionalInterface
  interface Maker<V> {
    V make(int start, int end);
  }

  private final @Nullable Entry<V>[] entries = places();

  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // an array of a generic type cannot be made otherwise
  private static <V> @Nullable Entry<V>[] places() {
    return new Entry[1 << BITS];
  }

  /** The value of the piece from {@code start} to {@code end} of a text. */
  V get(String text, int start, int end, Maker<V> maker) {
    if (end - start > LONGEST) {
      return maker.make(start, end);
    }
    int hash = hash(text, start, end);
    int first = (hash >>> (Integer.SIZE - BITS)) & -WAYS;
    int target = first + (hash & (WAYS - 1));
    for (int place = first; place < first + WAYS; place++) {
      Entry<V> entry = entries[place];
      if (entry == null) {
        target = place;
        break;
      }
      if (isPiece(entry.piece, text, start, end)) {
        return entry.value;
      }
    }
    V value = maker.make(start, end);
    entries[target] = new Entry<>(text.substring(start, end), value);
    return value;
  }

  private static boolean isPiece(String piece, String text, int start, int end) {
    return piece.length() == end - start && text.startsWith(piece, start);
  }

  private static int hash(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    return hash * 0x9E3779B9;
  }
}
