package gloss.cli;

import gloss.pipeline.ExtractiveSummarizer;
import gloss.pipeline.Summarizer;
import gloss.pipeline.Summary;
import gloss.pipeline.SummaryRequest;
import gloss.text.LineReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss summarize}. */
@Command(
    name = "summarize",
    description = "Summarizes texts, one a line: as many come out as go in, in the same order.")
final class SummarizeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..1",
      description = "Folder of a model trained for summarization.")
  private @Nullable Path folder;

  @Mixin private SummaryFlags how;

  @Mixin private LineStreams streams;

  @Option(
      names = "--references",
      paramLabel = "FILE",
      description = "Summaries by people for oracle, as many lines as texts. May be repeated.")
  private List<Path> references = List.of();

  @Override
  public Integer call() throws IOException {
    how.check(spec, folder, !references.isEmpty());
    try (Summarizer summarizer = how.summarizer(folder)) {
      PrintWriter stdout = spec.commandLine().getOut();
      SummaryInput.Fields fields = how.fields(summarizer);
      streams.run(stdout, (lines, out) -> summarize(work(summarizer), fields, lines, out));
    }
    return 0;
  }

  /** A model shares its work out itself. */
  private Function<List<SummaryRequest>, List<Summary>> work(Summarizer summarizer) {
    return folder == null && summarizer instanceof ExtractiveSummarizer extractive
        ? texts -> texts.parallelStream().map(extractive::summary).toList()
        : summarizer::summaries;
  }

  private void summarize(
      Function<List<SummaryRequest>, List<Summary>> summarizer,
      SummaryInput.Fields fields,
      LineReader lines,
      LineStreams.Sink out)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    try (SummaryInput texts = new SummaryInput(lines, fields, references)) {
      texts.answer(
          summarizer,
          out,
          (summary, line) -> {
            out.lines(how.lines(summary, line));
            SummaryFlags.remarks(summary).forEach(remark -> LineStreams.remark(err, line, remark));
          });
    }
  }
}
