package gloss.cli;

import gloss.corpus.check.CheckTable;
import gloss.corpus.check.Checker;
import gloss.corpus.check.CorpusReport;
import gloss.score.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gloss corpora check}. */
@Command(
    name = "check",
    description = {
      "Reports lengths, empty, identical and repeated pairs, what training shares with test, "
          + "encoding errors, control characters and foreign scripts.",
      "Texts count as equal if they differ only in case and white space."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done, whatever was found",
      "1:failed while running",
      "2:wrong use",
      "3:with --strict: something was found"
    })
final class CorporaCheckCommand implements Callable<Integer> {
  private static final int FOUND = 3;

  @Spec private CommandSpec spec;

  @Mixin private CorporaInput input;

  @Option(names = "--json", description = "Write the report as JSON.")
  private boolean json;

  @Option(names = "--strict", description = "Exit with 3 if anything is found.")
  private boolean strict;

  @Option(
      names = {"-n", "--examples"},
      paramLabel = "N",
      defaultValue = "3",
      description = "Places to name for each thing that is found. Default: ${DEFAULT-VALUE}.")
  private int examples;

  @Override
  public Integer call() throws IOException {
    if (examples < 0) {
      throw new ParameterException(spec.commandLine(), "--examples must be at least 0");
    }
    CorpusReport report = new Checker(examples).check(input.read().splits());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(report.toMap(), 2, false));
    } else {
      CheckTable.lines(report).forEach(out::println);
    }
    out.flush();
    return strict && report.hasFindings() ? FOUND : 0;
  }
}
