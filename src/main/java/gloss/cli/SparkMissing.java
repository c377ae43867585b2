package gloss.cli;

import gloss.text.InputException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands for {@code gloss spark} where there is no Spark. */
@Command(
    name = "spark",
    description =
        "Scores, translates, summarizes and trains on Apache Spark (fetched when first used).")
final class SparkMissing implements Callable<Integer> {
  private static final String SPARK = "org.apache.spark.api.java.JavaSparkContext";

  @Parameters(arity = "0..*", hidden = true)
  @SuppressWarnings("UnusedVariable") // whatever is written here, the answer is the same
  private List<String> words = List.of();

  @Override
  public Integer call() {
    throw new InputException(
        "Apache Spark is not on the class path; start this command with the launcher, ./gloss spark"
            + " …, which fetches it, or with spark-submit --class gloss.cli.Gloss target/gloss.jar"
            + " spark …, after mvn verify");
  }

  /** The command with Spark behind it if it is there, else this one. */
  static Object orCommand() {
    try {
      Class.forName(SPARK, false, SparkMissing.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return new SparkMissing();
    }
    return ServiceLoader.load(CommandProvider.class, SparkMissing.class.getClassLoader())
        .findFirst()
        .map(CommandProvider::command)
        .orElseGet(SparkMissing::new);
  }
}
