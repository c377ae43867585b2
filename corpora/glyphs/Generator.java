import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * Draws the glyphs corpus: {@code java Generator.java [directory]}.
 *
 * <p>The files go to the given directory, by default the current one. Nothing but the JDK (17 or
 * later) is needed, no fonts either, and the same pictures come out on every run.
 *
 * <h2>How a picture is made</h2>
 *
 * <p>A {@link Glyph} is a few strokes: lines and arcs in a square of side 1. Their points are moved
 * a little, then all of it is slanted, rotated, made smaller or larger and shifted. A pixel is the
 * darker the nearer it is to a stroke; strokes have random width and strength. A short line
 * somewhere else, like a scratch, and normally distributed noise come on top. 0 is the background.
 *
 * <h2>The splits</h2>
 *
 * <p>Each split draws from a generator of its own, the same number of pictures of every class, in
 * random order. The folders of {@code examples} hold some pictures of {@code test} as PNG.
 */
final class Generator {
  private static final int SIDE = 20;
  private static final int EXAMPLES = 4;
  private static final Map<String, Integer> PER_CLASS = new LinkedHashMap<>();

  static {
    PER_CLASS.put("train", 300);
    PER_CLASS.put("valid", 30);
    PER_CLASS.put("test", 60);
  }

  private Generator() {}

  /** Writes all files. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : ".");
    Files.createDirectories(folder);
    List<String> card = new ArrayList<>();
    int seed = 1;
    for (Map.Entry<String, Integer> split : PER_CLASS.entrySet()) {
      SplittableRandom random = new SplittableRandom(seed++);
      List<Example> examples = draw(split.getValue(), random);
      card.addAll(write(folder, split.getKey(), examples));
      if (split.getKey().equals("test")) {
        writeExamples(folder.resolve("examples"), examples);
      }
    }
    Files.write(folder.resolve("corpus.yaml"), card(card));
  }

  private record Example(int label, byte[] pixels) {}

  private static List<Example> draw(int perClass, SplittableRandom random) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < perClass; i++) {
      for (Glyph glyph : Glyph.values()) {
        examples.add(new Example(glyph.ordinal(), new Drawing(random).of(glyph)));
      }
    }
    for (int i = examples.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Example example = examples.get(i);
      examples.set(i, examples.get(j));
      examples.set(j, example);
    }
    return examples;
  }

  /** What is drawn: names of classes and their strokes. */
  private enum Glyph {
    ZERO("0", arc(0.5, 0.5, 0.3, 0.45, 0, 360)),
    ONE("1", line(0.3, 0.25, 0.55, 0.05, 0.55, 0.95)),
    TWO("2", arc(0.5, 0.3, 0.3, 0.25, -170, 45), line(0.71, 0.48, 0.2, 0.95, 0.82, 0.95)),
    THREE("3", arc(0.45, 0.28, 0.3, 0.23, -150, 90), arc(0.45, 0.72, 0.33, 0.23, -90, 150)),
    FOUR("4", line(0.65, 0.95, 0.65, 0.05, 0.15, 0.65, 0.85, 0.65)),
    FIVE("5", line(0.8, 0.05, 0.28, 0.05, 0.25, 0.45), arc(0.45, 0.67, 0.33, 0.27, -120, 150)),
    SIX("6", line(0.68, 0.05, 0.3, 0.48), arc(0.5, 0.68, 0.28, 0.26, 0, 360)),
    SEVEN("7", line(0.18, 0.05, 0.82, 0.05, 0.4, 0.95)),
    EIGHT("8", arc(0.5, 0.27, 0.23, 0.21, 0, 360), arc(0.5, 0.72, 0.29, 0.23, 0, 360)),
    NINE("9", arc(0.5, 0.32, 0.28, 0.26, 0, 360), line(0.77, 0.4, 0.45, 0.95)),
    A("A", line(0.12, 0.95, 0.5, 0.05, 0.88, 0.95), line(0.28, 0.62, 0.72, 0.62)),
    E("E", line(0.8, 0.05, 0.2, 0.05, 0.2, 0.95, 0.8, 0.95), line(0.2, 0.5, 0.68, 0.5)),
    H("H", line(0.2, 0.05, 0.2, 0.95), line(0.8, 0.05, 0.8, 0.95), line(0.2, 0.5, 0.8, 0.5)),
    K("K", line(0.2, 0.05, 0.2, 0.95), line(0.8, 0.05, 0.22, 0.55), line(0.42, 0.4, 0.82, 0.95)),
    T("T", line(0.12, 0.05, 0.88, 0.05), line(0.5, 0.05, 0.5, 0.95)),
    X("X", line(0.15, 0.05, 0.85, 0.95), line(0.85, 0.05, 0.15, 0.95));

    private final String title;
    private final List<double[]> strokes;

    Glyph(String title, double[]... strokes) {
      this.title = title;
      this.strokes = List.of(strokes);
    }

    /** Points x, y from left to right and from top to bottom. */
    private static double[] line(double... points) {
      return points;
    }

    /** Part of an ellipse; 0 degrees are at the right, 90 at the bottom. */
    private static double[] arc(
        double x, double y, double radiusX, double radiusY, int from, int to) {
      int pieces = (to - from) / 15;
      double[] points = new double[2 * (pieces + 1)];
      for (int i = 0; i <= pieces; i++) {
        double angle = StrictMath.toRadians(from + (to - from) * (double) i / pieces);
        points[2 * i] = x + radiusX * StrictMath.cos(angle);
        points[2 * i + 1] = y + radiusY * StrictMath.sin(angle);
      }
      return points;
    }
  }

  /** One picture's chances. */
  private static final class Drawing {
    private final SplittableRandom random;
    private final double[] darkness = new double[SIDE * SIDE];

    Drawing(SplittableRandom random) {
      this.random = random;
    }

    private double within(double low, double high) {
      return low + (high - low) * random.nextDouble();
    }

    byte[] of(Glyph glyph) {
      double angle = within(-0.22, 0.22);
      double cosine = StrictMath.cos(angle);
      double sine = StrictMath.sin(angle);
      double slant = within(-0.2, 0.2);
      double wide = within(10, 15);
      double high = within(12, 17);
      double middleX = SIDE / 2.0 + within(-1.8, 1.8);
      double middleY = SIDE / 2.0 + within(-1.5, 1.5);
      double width = within(0.9, 2.4);
      double strength = within(0.55, 1);
      for (double[] stroke : glyph.strokes) {
        double[] points = new double[stroke.length];
        for (int i = 0; i < points.length; i += 2) {
          double x = (stroke[i] - 0.5 + within(-0.035, 0.035)) * wide;
          double y = (stroke[i + 1] - 0.5 + within(-0.035, 0.035)) * high;
          x += slant * y;
          points[i] = middleX + cosine * x - sine * y;
          points[i + 1] = middleY + sine * x + cosine * y;
        }
        paint(points, width, strength);
      }
      scratch();
      return noisy(within(0.05, 0.17));
    }

    private void scratch() {
      double x = within(0, SIDE);
      double y = within(0, SIDE);
      double[] points = {x, y, x + within(-5, 5), y + within(-5, 5)};
      paint(points, within(0.6, 1.2), within(0.2, 0.7));
    }

    private void paint(double[] points, double width, double strength) {
      for (int pixel = 0; pixel < darkness.length; pixel++) {
        double x = pixel % SIDE + 0.5;
        double y = pixel / SIDE + 0.5;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 3 < points.length; i += 2) {
          nearest = Math.min(nearest, distance(x, y, points, i));
        }
        double covered = Math.max(0, Math.min(1, width / 2 - nearest + 0.5));
        darkness[pixel] = Math.max(darkness[pixel], covered * strength);
      }
    }

    /** From a point to the line between two others. */
    private static double distance(double x, double y, double[] points, int i) {
      double toX = points[i + 2] - points[i];
      double toY = points[i + 3] - points[i + 1];
      double length = Math.max(1e-9, toX * toX + toY * toY);
      double along = ((x - points[i]) * toX + (y - points[i + 1]) * toY) / length;
      double place = Math.max(0, Math.min(1, along));
      double awayX = x - points[i] - place * toX;
      double awayY = y - points[i + 1] - place * toY;
      return Math.sqrt(awayX * awayX + awayY * awayY);
    }

    /** The sum of twelve uniform numbers is as good as normal. */
    private byte[] noisy(double deviation) {
      byte[] pixels = new byte[darkness.length];
      for (int i = 0; i < pixels.length; i++) {
        double noise = -6;
        for (int k = 0; k < 12; k++) {
          noise += random.nextDouble();
        }
        double value = 0.12 + 0.8 * darkness[i] + deviation * noise;
        pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(255 * value)));
      }
      return pixels;
    }
  }

  /** Writes two IDX files, and says what the card is to say about them. */
  private static List<String> write(Path folder, String split, List<Example> examples)
      throws IOException {
    ByteArrayOutputStream images = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    try (DataOutputStream pixels = new DataOutputStream(images);
        DataOutputStream classes = new DataOutputStream(labels)) {
      pixels.writeInt(0x803);
      classes.writeInt(0x801);
      pixels.writeInt(examples.size());
      classes.writeInt(examples.size());
      pixels.writeInt(SIDE);
      pixels.writeInt(SIDE);
      for (Example example : examples) {
        pixels.write(example.pixels);
        classes.write(example.label);
      }
    }
    String imagesName = split + "-images.idx";
    String labelsName = split + "-labels.idx";
    Files.write(folder.resolve(imagesName), images.toByteArray());
    Files.write(folder.resolve(labelsName), labels.toByteArray());
    return List.of(
        "  " + split + ":",
        "    count: " + examples.size(),
        "    files:",
        "      images: {path: " + imagesName + ", sha256: " + sum(images.toByteArray()) + "}",
        "      labels: {path: " + labelsName + ", sha256: " + sum(labels.toByteArray()) + "}");
  }

  private static String sum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> card(List<String> splits) {
    List<String> titles = new ArrayList<>();
    for (Glyph glyph : Glyph.values()) {
      titles.add('"' + glyph.title + '"');
    }
    List<String> lines = new ArrayList<>();
    lines.add("name: glyphs");
    lines.add("description: >-");
    lines.add(
        "  Digits and letters of 20 by 20 pixels in grey, drawn with strokes of random width,");
    lines.add(
        "  slanted, rotated and shifted, with a scratch and noise; sixteen classes with as many");
    lines.add("  pictures each. The folders of 'examples' hold some of test as PNG.");
    lines.add("task: image-classification");
    lines.add("licence: CC0-1.0");
    lines.add("made: java Generator.java");
    lines.add("format:");
    lines.add("  type: idx");
    lines.add("  classes: [" + String.join(", ", titles) + "]");
    lines.add("splits:");
    lines.addAll(splits);
    return lines;
  }

  private static void writeExamples(Path folder, List<Example> examples) throws IOException {
    int[] written = new int[Glyph.values().length];
    for (Example example : examples) {
      if (written[example.label] < EXAMPLES) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, SIDE, SIDE, example.pixels);
        Path ofClass = folder.resolve(Glyph.values()[example.label].title);
        Files.createDirectories(ofClass);
        Path file = ofClass.resolve(written[example.label] + ".png");
        ImageIO.write(image, "png", file.toFile());
        written[example.label]++;
      }
    }
  }
}
