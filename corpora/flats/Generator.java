import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes the tables of invented flats, {@code train.csv}, {@code valid.csv} and {@code test.csv},
 * into the working folder: {@code java Generator.java}. Every run writes the same bytes.
 *
 * <p>The rent of a flat comes from its size, its place and its state; some of that acts together,
 * which no linear model can say: a lift is worth more the higher the flat, and a square metre costs
 * more in the centre. Rents of the training table are wrong now and then, as if a figure too many
 * or too few had been typed; those of the other tables are right. Some cells have no value.
 */
final class Generator {
  private static final String HEADER =
      "area,rooms,floor,built,distance,district,heating,lift,balcony,rent";

  private static final List<String> DISTRICTS =
      List.of(
          "Old Town", "Harbour, north", "Harbour, south", "Mills", "Gardens", "West End", "Hill");
  private static final double[] DISTRICT_FACTORS = {1.30, 1.15, 1.05, 0.85, 1.00, 1.20, 0.95};
  private static final double[] DISTRICT_DISTANCES = {0.6, 2.0, 2.4, 4.5, 3.5, 1.8, 5.0};
  private static final List<String> HEATINGS = List.of("gas", "district", "electric", "stove");
  private static final double[] HEATING_EXTRAS = {0, 25, -20, -60};

  private final Random random;
  private final boolean mistakes;

  private Generator(long seed, boolean mistakes) {
    random = new Random(seed);
    this.mistakes = mistakes;
  }

  public static void main(String[] args) throws IOException {
    write("train.csv", 2400, new Generator(11, true));
    write("valid.csv", 300, new Generator(12, false));
    write("test.csv", 600, new Generator(13, false));
  }

  private static void write(String file, int rows, Generator generator) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < rows; i++) {
      lines.add(generator.row());
    }
    Files.writeString(Path.of(file), String.join("\n", lines) + "\n");
  }

  private String row() {
    int district = random.nextInt(DISTRICTS.size());
    int heating = random.nextInt(10) < 6 ? 0 : 1 + random.nextInt(HEATINGS.size() - 1);
    double area = Math.round(10 * StrictMath.exp(4.1 + 0.38 * random.nextGaussian())) / 10.0;
    int rooms = Math.max(1, (int) Math.round(area / 24 + 0.6 * random.nextGaussian()));
    int floor = random.nextInt(8);
    int built = 1890 + (int) Math.round(130 * StrictMath.sqrt(random.nextDouble()));
    double distance =
        Math.max(0.1, DISTRICT_DISTANCES[district] * StrictMath.exp(0.25 * random.nextGaussian()));
    boolean lift = random.nextDouble() < (built > 1960 ? 0.7 : 0.2);
    boolean balcony = random.nextDouble() < 0.45;
    double metre = 9.5 * DISTRICT_FACTORS[district] * (1 + 0.35 * StrictMath.exp(-distance / 1.5));
    double rent =
        metre * StrictMath.pow(area, 0.94)
            + HEATING_EXTRAS[heating]
            + (lift ? 14.0 * floor : -9.0 * floor)
            + (balcony ? 45 : 0)
            + 0.012 * StrictMath.pow(built - 1945, 2)
            + 25 * random.nextGaussian();
    double told = Math.max(150, rent);
    if (mistakes && random.nextDouble() < 0.03) {
      told = random.nextBoolean() ? told * 10 : told / 10;
    }
    return String.join(
        ",",
        number(area, 1),
        String.valueOf(rooms),
        String.valueOf(floor),
        known(0.06, String.valueOf(built), "NA"),
        known(0.03, number(distance, 2), ""),
        quoted(DISTRICTS.get(district)),
        known(0.04, HEATINGS.get(heating), ""),
        lift ? "yes" : "no",
        balcony ? "yes" : "no",
        number(told, 0));
  }

  private String known(double missing, String value, String otherwise) {
    return random.nextDouble() < missing ? otherwise : value;
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String quoted(String text) {
    return text.contains(",") ? "\"" + text + "\"" : text;
  }
}
