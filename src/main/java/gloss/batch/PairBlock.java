package gloss.batch;

import java.util.Arrays;

/**
 * Some hundred pairs as bytes. Of each pair: the distance of its line from the line of the pair
 * before, the lengths of source and target, the ids of the source, the ids of the target. Each
 * number takes seven bits a byte, the lowest first, with the eighth bit set in all bytes but its
 * last (LEB128).
 */
final class PairBlock {
  /** Ints of memory that a full block takes when it is read: 64 KiB. */
  private static final int FULL = 1 << 14;

  /** What a pair takes beside its ids: the headers of two arrays, the references, the line. */
  private static final int PER_PAIR = 12;

  private static final int MOST_BYTES = 5;

  private byte[] bytes = new byte[FULL];
  private int length;
  private int pairs;
  private int lastLine;
  private int size;

  /** Blocks of this many MiB of memory. */
  static int perMebibytes(int mebibytes) {
    return (int) Math.min(Integer.MAX_VALUE, ((long) mebibytes << 20) / (FULL * Integer.BYTES));
  }

  void add(int line, int[] source, int[] target) {
    int numbers = 3 + source.length + target.length;
    if (bytes.length - length < numbers * MOST_BYTES) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + numbers * MOST_BYTES);
    }
    put(line - lastLine);
    put(source.length);
    put(target.length);
    for (int id : source) {
      put(id);
    }
    for (int id : target) {
      put(id);
    }
    lastLine = line;
    pairs++;
    size += PER_PAIR + source.length + target.length;
  }

  private void put(int number) {
    int rest = number;
    while ((rest & ~0x7F) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  boolean isFull() {
    return size >= FULL;
  }

  int pairs() {
    return pairs;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Puts the pairs of a block into arrays, from {@code start} on. */
  static void read(
      byte[] bytes, int start, int pairs, int[][] sources, int[][] targets, int[] lines) {
    Reader reader = new Reader(bytes);
    int line = 0;
    for (int i = start; i < start + pairs; i++) {
      line += reader.number();
      lines[i] = line;
      sources[i] = new int[reader.number()];
      targets[i] = new int[reader.number()];
      reader.fill(sources[i]);
      reader.fill(targets[i]);
    }
  }

  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    int number() {
      int number = 0;
      int shift = 0;
      byte next = bytes[at++];
      while (next < 0) {
        number |= (next & 0x7F) << shift;
        shift += 7;
        next = bytes[at++];
      }
      return number | next << shift;
    }

    void fill(int[] ids) {
      for (int i = 0; i < ids.length; i++) {
        ids[i] = number();
      }
    }
  }
}
