package gloss.cli.spark;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command line that travels: whatever it asks for is made anew from its words. */
public final class CommandWords {
  private CommandWords() {}

  /** The words behind the name of the command; the list can be sent. */
  public static List<String> of(CommandSpec spec) {
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    return new ArrayList<>(words.subList(words.indexOf(spec.name()) + 1, words.size()));
  }

  /** A new command with the options that these words, which were parsed before, say. */
  public static <C> C parsed(C command, List<String> words) {
    new CommandLine(command)
        .setUnmatchedArgumentsAllowed(true)
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        .parseArgs(words.toArray(String[]::new));
    return command;
  }
}
