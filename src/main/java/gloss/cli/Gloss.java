package gloss.cli;

import gloss.cli.score.ScoreCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code gloss} command: finds the subcommand and turns what it throws into an exit code. */
@Command(
    name = "gloss",
    description = "Trains sequence models and scores what they write.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ScoreCommand.class})
public final class Gloss implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print a stack trace when something fails.")
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  /** Runs the command line and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The configured command line; tests run it in their own JVM. */
  static CommandLine commandLine() {
    return new CommandLine(new Gloss())
        .setExecutionExceptionHandler(Failures::onException)
        .setParameterExceptionHandler(Failures::onWrongUse)
        // '-m bleu --unknown' is a mistake, not a metric called '--unknown'.
        .setUnmatchedOptionsAllowedAsOptionParameters(false);
  }

  boolean debug() {
    return debug;
  }
}
