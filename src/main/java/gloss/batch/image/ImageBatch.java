package gloss.batch.image;

import java.util.Arrays;
import java.util.List;

/**
 * Some pictures, ready to be made into arrays.
 *
 * @param rows which pictures of the set they are
 * @param pixels (rows, height, width, channels), 0 to 255
 * @param labels (rows), the right classes
 * @param shares (rows, classes), how much of each class is in a picture; empty if pictures are not
 *     mixed
 */
@SuppressWarnings("ArrayRecordComponent") // Made for every step; none is compared.
public record ImageBatch(int[] rows, byte[] pixels, int[] labels, float[] shares) {
  /** How many pictures. */
  public int size() {
    return rows.length;
  }

  /** Whether pictures are mixed, and targets are {@link #shares}. */
  public boolean mixed() {
    return shares.length > 0;
  }

  /** The same pictures in two batches; one alone stays as it is. */
  public List<ImageBatch> split() {
    int half = size() / 2;
    return half == 0 ? List.of(this) : List.of(part(0, half), part(half, size()));
  }

  private ImageBatch part(int from, int to) {
    int length = pixels.length / size();
    int classes = shares.length / size();
    return new ImageBatch(
        Arrays.copyOfRange(rows, from, to),
        Arrays.copyOfRange(pixels, from * length, to * length),
        Arrays.copyOfRange(labels, from, to),
        Arrays.copyOfRange(shares, from * classes, to * classes));
  }
}
