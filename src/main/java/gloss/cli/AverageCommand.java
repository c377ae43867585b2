package gloss.cli;

import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.model.WeightAverage;
import gloss.task.Tasks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss average}. */
@Command(
    name = "average",
    description =
        "Averages the weights of several checkpoints of a model: mostly better than any of them.")
final class AverageCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MODEL", description = "Folder of a trained model.")
  private Path path;

  @Parameters(
      index = "1..*",
      paramLabel = "FILE",
      description =
          "Checkpoints or weights to average. Default: all checkpoints that training has kept.")
  private List<Path> files = List.of();

  @ArgGroup private @Nullable Choice choice;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where the average goes; MODEL/weights.safetensors makes it the model's weights. Default:"
              + " MODEL/averaged.safetensors.")
  private @Nullable Path output;

  /** Which of the checkpoints. */
  private static final class Choice {
    @Option(names = "--last", paramLabel = "N", description = "The N newest checkpoints.")
    private @Nullable Integer last;

    @Option(names = "--best", paramLabel = "N", description = "The N best checkpoints.")
    private @Nullable Integer best;
  }

  @Override
  public Integer call() throws IOException {
    if (choice != null && !files.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "give files, --last or --best, and not several of them");
    }
    ModelFolder folder = new ModelFolder(path);
    Path target = output != null ? output : path.resolve("averaged.safetensors");
    List<Path> averaged = chosen(folder);
    try (Model model = Tasks.of(folder).untrained(folder)) {
      WeightAverage.write(model, averaged, target);
    }
    PrintWriter err = spec.commandLine().getErr();
    averaged.forEach(file -> err.println("averaged " + file));
    spec.commandLine().getOut().println(target);
    return 0;
  }

  private List<Path> chosen(ModelFolder folder) throws IOException {
    if (choice == null) {
      return files.isEmpty() ? WeightAverage.all(folder) : files;
    }
    return choice.last != null
        ? WeightAverage.newest(folder, count("--last", choice.last))
        : WeightAverage.best(folder, count("--best", choice.best));
  }

  private int count(String option, @Nullable Integer count) {
    if (count == null || count < 2) {
      throw new ParameterException(spec.commandLine(), option + " must be at least 2, is " + count);
    }
    return count;
  }
}
