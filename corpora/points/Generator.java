import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes the tables of points, {@code train.csv}, {@code valid.csv} and {@code test.csv}, into the
 * working folder: {@code java Generator.java}. Every run writes the same bytes.
 *
 * <p>A point has ten coordinates, each from the normal distribution. It is {@code above} or {@code
 * below} a plane through the origin; one in twenty is told wrong.
 */
final class Generator {
  private static final int COORDINATES = 10;

  private Generator() {}

  public static void main(String[] args) throws IOException {
    write("train.csv", 400, new Random(21));
    write("valid.csv", 100, new Random(22));
    write("test.csv", 200, new Random(23));
  }

  private static void write(String file, int rows, Random random) throws IOException {
    List<String> lines = new ArrayList<>(List.of("x1,x2,x3,x4,x5,x6,x7,x8,x9,x10,side"));
    for (int i = 0; i < rows; i++) {
      StringBuilder line = new StringBuilder();
      double height = 0;
      for (int c = 0; c < COORDINATES; c++) {
        double x = random.nextGaussian();
        height += x * (c % 2 == 0 ? 1 : -1) / (c + 1);
        line.append(String.format(Locale.ROOT, "%.4f,", x));
      }
      boolean above = height > 0 ^ random.nextInt(20) == 0;
      lines.add(line + (above ? "above" : "below"));
    }
    Files.writeString(Path.of(file), String.join("\n", lines) + "\n");
  }
}
