package gloss.cli;

import gloss.cli.spark.CommandWords;
import gloss.cli.spark.WritingFlags;
import gloss.pipeline.Summarizer;
import gloss.pipeline.Summary;
import gloss.pipeline.SummaryRequest;
import gloss.spark.LineWriter;
import gloss.spark.LineWriterSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss spark summarize}. */
@Command(
    name = "summarize",
    description = {
      "Summarizes texts, one a line, on Apache Spark: as many lines come out as go in, in the same"
          + " order.",
      "Malformed lines leave an empty line and are set apart in _malformed."
    })
public final class SparkSummarizeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..1",
      description = "Folder of a model trained for summarization, on this machine.")
  private @Nullable Path folder;

  @Mixin private WritingFlags writing;

  @Mixin private SummaryFlags how;

  @Override
  public Integer call() throws IOException {
    how.check(spec, folder, false);
    List<String> words = CommandWords.of(spec);
    LineWriterSource source =
        models -> CommandWords.parsed(new SparkSummarizeCommand(), words).writer(models);
    List<Path> models = folder == null ? List.of() : List.of(folder);
    writing.run("gloss summarize", models, source, spec.commandLine().getErr());
    return 0;
  }

  private Writer writer(List<Path> models) throws IOException {
    Summarizer summarizer = how.summarizer(models.isEmpty() ? null : models.get(0));
    return new Writer(summarizer, how.fields(summarizer), how);
  }

  private record Writer(Summarizer summarizer, SummaryInput.Fields fields, SummaryFlags how)
      implements LineWriter<SummaryRequest, Summary> {
    @Override
    public SummaryRequest request(String line) {
      return SummaryInput.request(line, fields, List.of(), "the line");
    }

    @Override
    public int characters(SummaryRequest request) {
      return request.text().length();
    }

    @Override
    public List<Summary> results(List<SummaryRequest> requests) {
      return summarizer.summaries(requests);
    }

    @Override
    public List<String> lines(Summary summary, long line) {
      return how.lines(summary, line);
    }

    @Override
    public List<String> remarks(Summary summary) {
      return SummaryFlags.remarks(summary);
    }

    @Override
    public void close() {
      summarizer.close();
    }
  }
}
