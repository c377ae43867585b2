package gloss.cli;

import gloss.task.ShortlistMaker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss shortlist}. */
@Command(
    name = "shortlist",
    description =
        "Learns from a model's training text which subwords translate which, so that 'translate"
            + " --shortlist N' needs to look at few of them.")
final class ShortlistCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      description = "Folder of a trained model for translation; the file goes into it.")
  private Path model;

  @Option(
      names = "--best",
      paramLabel = "N",
      description = "Target subwords kept for each source subword. Default: 100.")
  private int best = 100;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description =
          "Most pairs of lines to learn from; of more, a sample is taken. Default: 200000.")
  private int pairs = 200_000;

  @Override
  public Integer call() throws IOException {
    checkPositive("--best", best);
    checkPositive("--pairs", pairs);
    spec.commandLine().getOut().println(new ShortlistMaker(best, pairs).write(model));
    return 0;
  }

  private void checkPositive(String option, int value) {
    if (value < 1) {
      throw new ParameterException(spec.commandLine(), option + " must be at least 1, is " + value);
    }
  }
}
