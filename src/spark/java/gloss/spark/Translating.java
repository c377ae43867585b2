package gloss.spark;

import gloss.pipeline.Translator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.mapred.lib.MultipleTextOutputFormat;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;

/**
 * Translates text on a cluster, as for back-translation: as many lines come out as go in, in the
 * same order. What a lost executor had not finished is done again by others.
 */
public final class Translating {
  /** Where lines go that cannot be read: a folder in the output, hidden from other jobs. */
  static final String MALFORMED = "_malformed";

  static final String MAIN = "";

  /** What is done again when an executor is lost should not take long. */
  private static final int LINES_OF_PARTITION = 5000;

  private final JavaSparkContext context;
  private final ModelArchive archive;
  private final Dialect dialect;

  /**
   * Sends the models to the executors.
   *
   * @param models folders of models on this machine that translate together
   * @throws gloss.text.InputException if one is no model for translation
   */
  public Translating(JavaSparkContext context, List<Path> models, Dialect dialect)
      throws IOException {
    this.context = context;
    this.dialect = dialect;
    // Mistakes are told here, before anything is sent.
    try (Translator translator = Translator.load(models)) {
      translator.with(dialect.options(translator.options())).request("");
    }
    archive = ModelArchive.send(context, models);
  }

  /**
   * Translates.
   *
   * @param input by any path that Hadoop knows
   * @param partitions in how many parts; 0 for a number that suits
   * @return how many lines are malformed; an empty line stands in the place of each
   */
  public long run(String input, Output output, int partitions) throws IOException {
    LongAccumulator malformed = context.sc().longAccumulator("malformed lines");
    ModelArchive models = archive;
    Dialect how = dialect;
    Versions driver = Versions.here();
    output.write(
        folder ->
            ParallelLines.read(context, List.of(input), partitions, LINES_OF_PARTITION)
                .mapPartitions(
                    lines -> {
                      driver.check();
                      Translator own = models.translator();
                      return new TranslatedLines(lines, own.with(how.options(own.options())), how);
                    })
                .mapToPair(
                    line -> {
                      if (line._1.equals(MALFORMED)) {
                        malformed.add(1);
                      }
                      return line;
                    })
                .saveAsHadoopFile(folder, String.class, String.class, BySide.class));
    return malformed.value();
  }

  /** Writes translations into the folder, and malformed lines into the one within. */
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
