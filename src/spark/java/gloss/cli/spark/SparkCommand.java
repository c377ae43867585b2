package gloss.cli.spark;

import gloss.cli.SparkSummarizeCommand;
import gloss.cli.SparkTrainCommand;
import gloss.cli.SparkTranslateCommand;
import gloss.cli.score.SparkScoreCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gloss spark}. */
@Command(
    name = "spark",
    description = "Scores, translates, summarizes and trains on Apache Spark.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SparkScoreCommand.class,
      SparkTranslateCommand.class,
      SparkSummarizeCommand.class,
      SparkTrainCommand.class
    })
final class SparkCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
