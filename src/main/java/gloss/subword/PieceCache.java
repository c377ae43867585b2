package gloss.subword;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what pieces of text became. Bounded: every piece has one place, which the last comer
 * takes, and long pieces are not kept.
 *
 * <p>Safe for many threads without locks: an entry is immutable, so that a thread sees either all
 * of it or none, and a lost entry costs no more than the work of making it again.
 */
final class PieceCache<V> {
  private static final int PLACES = 1 << 15;
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
    return new Entry[PLACES];
  }

  /** The value of the piece from {@code start} to {@code end} of a text. */
  V get(String text, int start, int end, Maker<V> maker) {
    if (end - start > LONGEST) {
      return maker.make(start, end);
    }
    int place = place(text, start, end);
    Entry<V> entry = entries[place];
    if (entry == null || !isPiece(entry.piece, text, start, end)) {
      entry = new Entry<>(text.substring(start, end), maker.make(start, end));
      entries[place] = entry;
    }
    return entry.value;
  }

  private static boolean isPiece(String piece, String text, int start, int end) {
    return piece.length() == end - start && text.startsWith(piece, start);
  }

  private static int place(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    hash *= 0x9E3779B9;
    return hash >>> 17;
  }
}
