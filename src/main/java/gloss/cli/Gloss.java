package gloss.cli;

import gloss.cli.score.ScoreCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
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
    versionProvider = Version.class,
    subcommands = {
      QuickstartCommand.class,
      TrainCommand.class,
      CrossValidateCommand.class,
      TranslateCommand.class,
      SummarizeCommand.class,
      PredictCommand.class,
      ServeCommand.class,
      ClassifyCommand.class,
      EvaluateCommand.class,
      ExplainCommand.class,
      CompareCommand.class,
      AverageCommand.class,
      ShortlistCommand.class,
      ScoreCommand.class,
      InspectCommand.class,
      AdviseCommand.class,
      CorporaCommand.class,
      SubwordCommand.class
    })
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

  @Option(
      names = "--version",
      versionHelp = true,
      description = "Show the version; with -v, all that a bug report needs.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean version;

  @Option(names = "-v", description = "With --version: say more.")
  private boolean verbose;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  /** Runs the command line and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    quietLogs();
    // Numbers are written the same way everywhere.
    Locale.setDefault(Locale.ROOT);
    CommandLine command =
        commandLine()
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(run(command, args));
  }

  /** Results that could not be written are a failure, too. */
  private static int run(CommandLine command, String[] args) {
    int code;
    try {
      code = command.execute(args);
    } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
      return Failures.onError(e, command);
    }
    if (command.getOut().checkError() && code == 0) {
      command.getErr().println("gloss: standard output: cannot be written");
      return Failures.FAILED;
    }
    return code;
  }

  /** Libraries speak up only to warn, and not of a graphics card that is not there. */
  private static void quietLogs() {
    Properties properties = System.getProperties();
    properties.putIfAbsent("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    properties.putIfAbsent("org.slf4j.simpleLogger.log.ai.djl.util.cuda", "error");
    // What fails on a cluster is told in one line; --debug shows all.
    properties.putIfAbsent("org.slf4j.simpleLogger.log.org.apache", "off");
  }

  /** A standard stream in UTF-8, whatever the locale. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  /** The configured command line; tests run it in their own JVM. */
  static CommandLine commandLine() {
    return new CommandLine(new Gloss())
        .addSubcommand(SparkMissing.orCommand())
        .setExecutionExceptionHandler(Failures::onException)
        .setParameterExceptionHandler(Failures::onWrongUse)
        // '-m bleu --unknown' is a mistake, not a metric called '--unknown'.
        .setUnmatchedOptionsAllowedAsOptionParameters(false);
  }

  boolean debug() {
    return debug;
  }

  boolean verbose() {
    return verbose;
  }
}
