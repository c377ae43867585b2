package gloss.corpus.image;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Checks the sums of a PNG file, which readers of pictures tend not to look at: after eight bytes
 * there are chunks of length, type, data and CRC-32 of type and data, and the last one is IEND.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5DataRep">PNG, section 5</a>
 */
final class PngChunks {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int TYPE = 4;
  private static final int LENGTH_AND_SUM = 8;
  private static final int LAST = 0x49454e44;

  private PngChunks() {}

  static boolean isPng(byte[] file) {
    return file.length >= Long.BYTES && ByteBuffer.wrap(file).getLong() == SIGNATURE;
  }

  static void check(byte[] file) throws DamagedImage {
    ByteBuffer in = ByteBuffer.wrap(file).position(Long.BYTES);
    int type = 0;
    while (type != LAST) {
      if (in.remaining() < LENGTH_AND_SUM + TYPE) {
        throw new DamagedImage("ends too early");
      }
      int length = in.getInt();
      if (length < 0 || length > in.remaining() - LENGTH_AND_SUM) {
        throw new DamagedImage("ends too early");
      }
      CRC32 sum = new CRC32();
      sum.update(file, in.position(), TYPE + length);
      type = in.getInt();
      in.position(in.position() + length);
      if (in.getInt() != (int) sum.getValue()) {
        throw new DamagedImage("is damaged: a checksum in it is wrong");
      }
    }
  }
}
