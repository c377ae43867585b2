package gloss.cli.spark;

import gloss.spark.Cluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the cluster is. */
public final class ClusterFlags {
  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "",
      description = {
        "local[N], spark://HOST:7077, yarn or k8s://…",
        "(default: what spark-submit says, else local[*])."
      })
  private String master;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark, such as spark.executor.memory=8g. May be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  /**
   * Connects.
   *
   * @param name what the cluster shows
   * @param sharing of the executors by tasks
   * @param err hears of what one has to wait for
   */
  public Cluster connect(String name, Cluster.Sharing sharing, PrintWriter err) throws IOException {
    return Cluster.connect(
        name,
        master,
        settings,
        sharing,
        line -> {
          err.println("gloss: " + line);
          err.flush();
        });
  }
}
