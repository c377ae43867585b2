package gloss.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.mapred.lib.MultipleTextOutputFormat;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;

/**
 * Translates or summarizes text on a cluster, as for back-translation: as many lines come out as go
 * in, in the same order. What a lost executor had not finished is done again by others.
 */
public final class WritingLines {
  /** Where lines go that cannot be read: a folder in the output, hidden from other jobs. */
  static final String MALFORMED = "_malformed";

  /** Where remarks go. */
  static final String REMARKS = "_remarks";

  static final String MAIN = "";

  /** What is done again when an executor is lost should not take long. */
  private static final int LINES_OF_PARTITION = 5000;

  private final JavaSparkContext context;
  private final ModelArchive archive;

  /**
   * What was written to the side.
   *
   * @param malformed how many lines are malformed; an empty line stands in the place of each
   * @param remarks how many remarks there are
   */
  public record Sides(long malformed, long remarks) {}

  /**
   * Sends the models to the executors.
   *
   * @param models folders of models on this machine; none where none are needed
   * @param source of what writes
   * @throws gloss.text.InputException if one is no such model
   */
  public WritingLines(JavaSparkContext context, List<Path> models, LineWriterSource source)
      throws IOException {
    this.context = context;
    // Mistakes are told here, before anything is sent.
    source.load(models).close();
    archive = ModelArchive.send(context, models, source);
  }

  /**
   * Writes.
   *
   * @param input by any path that Hadoop knows
   * @param partitions in how many parts; 0 for a number that suits
   */
  public Sides run(String input, Output output, int partitions) throws IOException {
    LongAccumulator malformed = context.sc().longAccumulator("malformed lines");
    LongAccumulator remarks = context.sc().longAccumulator("remarks");
    ModelArchive models = archive;
    Versions driver = Versions.here();
    output.write(
        folder ->
            ParallelLines.read(context, List.of(input), partitions, LINES_OF_PARTITION)
                .mapPartitions(
                    lines -> {
                      driver.check();
                      return new WrittenLines<>(lines, models.writer());
                    })
                .mapToPair(
                    line -> {
                      if (line._1.equals(MALFORMED)) {
                        malformed.add(1);
                      } else if (line._1.equals(REMARKS)) {
                        remarks.add(1);
                      }
                      return line;
                    })
                .saveAsHadoopFile(folder, String.class, String.class, BySide.class));
    return new Sides(malformed.value(), remarks.value());
  }

  /** Writes lines into the folder, and malformed ones into the one within. */
  public static final class BySide extends MultipleTextOutputFormat<String, String> {
    @Override
    protected String generateFileNameForKeyValue(String key, String value, String name) {
      return key.equals(MAIN) ? name : key + "/" + name;
    }

    @Override
    protected @Nullable String generateActualKey(String key, String value) {
      return null;
    }
  }
}
