package gloss.cli;

import gloss.corpus.Corpora;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gloss corpora}: the data at hand. */
@Command(
    name = "corpora",
    description = "Lists, shows, fetches, checks and cleans corpora.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CorporaListCommand.class,
      CorporaShowCommand.class,
      CorporaFetchCommand.class,
      CorporaCheckCommand.class,
      CorporaCleanCommand.class
    })
final class CorporaCommand implements Runnable {
  private static final Path FOLDER = Path.of("corpora");

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  /** The corpora of the working folder, or else those of the project, which the launcher knows. */
  static Corpora corpora() {
    Path project = Path.of(System.getProperty("gloss.home", "")).resolve(FOLDER);
    return new Corpora(Files.isDirectory(FOLDER) ? FOLDER : project);
  }
}
