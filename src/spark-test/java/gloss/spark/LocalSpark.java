package gloss.spark;

import java.io.IOException;
import java.util.Map;

/** Spark in this process, with two threads. */
final class LocalSpark {
  private LocalSpark() {}

  static Cluster connect() throws IOException {
    return Cluster.connect(
        "test",
        "local[2]",
        Map.of("spark.ui.enabled", "false", "spark.driver.host", "127.0.0.1"),
        Cluster.Sharing.TOGETHER,
        line -> {});
  }
}
