package gloss.cli.spark;

import gloss.spark.Cluster;
import gloss.spark.LineWriterSource;
import gloss.spark.Output;
import gloss.spark.WritingLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lines in, lines out, on a cluster. */
public final class WritingFlags {
  @Mixin private ClusterFlags cluster;

  @Option(
      names = {"-i", "--input"},
      paramLabel = "PATH",
      required = true,
      description = "Text: a file, a folder or a pattern, by any path that Hadoop knows.")
  private String input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PATH",
      required = true,
      description = "Where the result goes; it must not be there yet.")
  private String output;

  @Option(names = "--single-file", description = "Write one file, not a folder of parts.")
  private boolean singleFile;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "0",
      description = "Parts in which the text is worked on. Default: by its length.")
  private int partitions;

  /**
   * Writes, and tells what was set apart.
   *
   * @param name what the cluster shows
   * @param models folders of models
   */
  public void run(String name, List<Path> models, LineWriterSource source, PrintWriter err)
      throws IOException {
    try (Cluster connection = cluster.connect(name, Cluster.Sharing.TOGETHER, err)) {
      WritingLines.Sides sides =
          connection.run(
              context -> {
                Output out = new Output(context, output, singleFile);
                return new WritingLines(context, models, source).run(input, out, partitions);
              });
      tell(
          err,
          "malformed lines: " + sides.malformed() + ", set apart",
          sides.malformed(),
          "malformed");
      tell(err, "remarks on lines: " + sides.remarks() + ",", sides.remarks(), "remarks");
    }
  }

  private void tell(PrintWriter err, String what, long count, String side) {
    if (count > 0) {
      err.println("gloss: " + what + " in " + output + (singleFile ? "." : "/_") + side);
      err.flush();
    }
  }
}
