package gloss.cli;

import gloss.corpus.check.NamedPairs;
import gloss.corpus.clean.CleanRecipe;
import gloss.corpus.clean.Cleaner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gloss corpora clean}. */
@Command(
    name = "clean",
    description = {
      "Copies the training text without the pairs that break rules, which are given here or under "
          + "'data: clean:' in a recipe.",
      "What is dropped goes to " + Cleaner.DROPPED + ", each pair with the first rule it breaks."
    })
final class CorporaCleanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private CorporaInput input;

  @Mixin private CleanOptions options;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Where the files go; their names stay, without .gz.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    CorporaInput.Text text = input.read();
    CleanRecipe rules = rules(text);
    List<NamedPairs> splits = text.splits();
    if (rules.dropTestOverlap() && splits.size() == 1) {
      throw wrongUse("--drop-test-overlap needs the other text: give its source and target, too");
    }
    NamedPairs training = splits.get(0);
    Cleaner.Summary summary =
        new Cleaner(rules).clean(training.pairs(), splits.subList(1, splits.size()), output);
    print(summary, training);
    return 0;
  }

  private CleanRecipe rules(CorporaInput.Text text) {
    CleanRecipe rules;
    try {
      rules = options.over(text.clean());
    } catch (IllegalArgumentException e) {
      throw wrongUse("--" + e.getMessage());
    }
    if (rules.equals(CleanRecipe.NONE)) {
      throw wrongUse("no rule given, such as --drop-empty, --max-ratio 9 or --drop-duplicates");
    }
    return rules;
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void print(Cleaner.Summary summary, NamedPairs training) {
    PrintWriter out = spec.commandLine().getOut();
    summary
        .dropped()
        .forEach((rule, count) -> out.printf(Locale.ROOT, "%-14s %,10d%n", rule, count));
    out.printf(
        Locale.ROOT,
        "kept %,d of %,d pairs: %s in %s; what was dropped: %s%n",
        summary.kept(),
        summary.read(),
        String.join(" and ", training.pairs().fileNames()),
        output,
        output.resolve(Cleaner.DROPPED));
    out.flush();
  }
}
