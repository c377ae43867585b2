package gloss.corpus.image;

import gloss.text.InputException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Pictures with their classes, in memory.
 *
 * @param size of every picture
 * @param classes names of the classes
 * @param pixels of each picture {@link ImageSize#length} bytes: row by row, the channels of a pixel
 *     side by side; not copied
 * @param labels the class of each picture, from 0; not copied
 * @param names where each picture comes from
 */
@SuppressWarnings("ArrayRecordComponent") // Most of the memory; none is compared.
public record ImageSet(
    ImageSize size,
    List<String> classes,
    byte[][] pixels,
    int[] labels,
    IntFunction<String> names) {
  /** Copies the classes. */
  public ImageSet {
    classes = List.copyOf(classes);
  }

  /** How many pictures there are. */
  public int count() {
    return labels.length;
  }

  /** How many pictures of each class there are. */
  public long[] counts() {
    long[] counts = new long[classes.size()];
    Arrays.stream(labels).forEach(label -> counts[label]++);
    return counts;
  }

  /** Fails with an {@link InputException} unless at least two classes have pictures. */
  public ImageSet requireClasses(String split) {
    long[] counts = counts();
    int[] present = IntStream.range(0, counts.length).filter(c -> counts[c] > 0).toArray();
    if (present.length == 1) {
      throw new InputException(
          split
              + ": all pictures are of one class, '"
              + classes.get(present[0])
              + "'; there must be at least two");
    }
    return this;
  }

  /** Some of the pictures. */
  public ImageSet select(int[] rows) {
    return new ImageSet(
        size,
        classes,
        Arrays.stream(rows).mapToObj(row -> pixels[row]).toArray(byte[][]::new),
        Arrays.stream(rows).map(row -> labels[row]).toArray(),
        row -> names.apply(rows[row]));
  }

  /** SHA-256 of sizes, classes, labels and pixels: two sets with the same one train the same. */
  public String checksum() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((size + "\n" + classes + "\n").getBytes(StandardCharsets.UTF_8));
      for (int row = 0; row < labels.length; row++) {
        digest.update((byte) labels[row]);
        digest.update((byte) (labels[row] >> Byte.SIZE));
        digest.update(pixels[row]);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
