package gloss.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gloss subword}: learns byte pair encoding and applies it. */
@Command(
    name = "subword",
    description = "Learns subwords (byte pair encoding) from text and cuts text into them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SubwordLearnCommand.class, SubwordApplyCommand.class})
final class SubwordCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
