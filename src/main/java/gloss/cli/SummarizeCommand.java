package gloss.cli;

import gloss.extract.Extractor;
import gloss.extract.Extractors;
import gloss.pipeline.CoreNlpSentences;
import gloss.pipeline.DocumentSentences;
import gloss.pipeline.ExtractiveSummarizer;
import gloss.pipeline.Summary;
import gloss.pipeline.SummaryRequest;
import gloss.pipeline.TrainedSummarizer;
import gloss.pipeline.Windows;
import gloss.recipe.DecodingRecipe;
import gloss.text.LineReader;
import gloss.text.SentenceSplitter;
import gloss.yaml.Setting;
import gloss.yaml.YamlNode;
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
import picocli.CommandLine.ParameterException;
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

  @Mixin private SearchFlags search;

  @Option(
      names = "--n-best",
      paramLabel = "N",
      description = "So many outputs of each text, in the n-best format of Moses or in JSON.")
  private @Nullable String nBest;

  @Option(
      names = "--method",
      paramLabel = "NAME:N",
      description =
          "Takes at most N sentences of each text: lead:N, random:N, textrank:N, lexrank:N, or"
              + " oracle:N, which knows the references.")
  private @Nullable String method;

  @Mixin private LineStreams streams;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, a line each, or jsonl. Default: text.")
  private SummaryFormat format = SummaryFormat.text;

  @Option(
      names = "--separator",
      paramLabel = "STR",
      defaultValue = " ",
      description = "What parts the sentences of a summary in a line of text. Default: a space.")
  private String separator;

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description = "text, or jsonl: objects, see --field. Default: text.")
  private InputFormat inputFormat = InputFormat.text;

  @Option(
      names = "--field",
      paramLabel = "NAME",
      description = "The field of JSON that holds the text. Default: the model's own, or text.")
  private @Nullable String field;

  @Option(
      names = "--references",
      paramLabel = "FILE",
      description = "Summaries by people for oracle, as many lines as texts. May be repeated.")
  private List<Path> references = List.of();

  @Option(
      names = "--reference-field",
      paramLabel = "NAME",
      description = "A field of JSON that holds such a summary. May be repeated.")
  private List<String> referenceFields = List.of();

  @Option(
      names = "--sentences",
      paramLabel = "HOW",
      description =
          "How texts are cut into sentences for --method: lines, corenlp (Stanford CoreNLP,"
              + " English), or auto: lines where a text has several, else corenlp. Default: auto.")
  private SentencesOption sentences = SentencesOption.auto;

  /** Ways of finding sentences; the names are those of the option. */
  enum SentencesOption {
    auto,
    lines,
    corenlp;

    SentenceSplitter splitter() {
      return switch (this) {
        case auto -> new DocumentSentences();
        case lines -> SentenceSplitter.LINES;
        case corenlp -> new CoreNlpSentences();
      };
    }
  }

  @Override
  public Integer call() throws IOException {
    if ((folder == null) == (method == null)) {
      throw new ParameterException(
          spec.commandLine(),
          folder == null
              ? "give a MODEL, or a --method such as lead:3"
              : "give either a MODEL or a --method");
    }
    if (folder == null) {
      extract(Extractors.named(String.valueOf(method)));
    } else {
      try (TrainedSummarizer loaded = TrainedSummarizer.load(folder)) {
        TrainedSummarizer summarizer = loaded.with(options(loaded.options()));
        summarize(summarizer::summaries, loaded.field());
      }
    }
    return 0;
  }

  private DecodingRecipe options(DecodingRecipe recipe) {
    List<Setting> output =
        nBest == null
            ? List.of()
            : List.of(
                Setting.of(
                    "output.n-best", new YamlNode.Scalar(nBest, false, "--n-best " + nBest)));
    return search.applyTo(recipe, output);
  }

  private void extract(Extractor extractor) throws IOException {
    if (extractor.needsReferences() && references.isEmpty() && referenceFields.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--method " + method + " needs --references FILE or --reference-field NAME");
    }
    ExtractiveSummarizer summarizer = new ExtractiveSummarizer(extractor, sentences.splitter());
    summarize(texts -> texts.parallelStream().map(summarizer::summary).toList(), "text");
  }

  private void summarize(
      Function<List<SummaryRequest>, List<Summary>> summarizer, String defaultField)
      throws IOException {
    PrintWriter stdout = spec.commandLine().getOut();
    String name = field == null ? defaultField : field;
    SummaryInput.Fields fields = new SummaryInput.Fields(inputFormat, name, referenceFields);
    streams.run(stdout, (lines, out) -> summarize(summarizer, fields, lines, out));
  }

  private void summarize(
      Function<List<SummaryRequest>, List<Summary>> summarizer,
      SummaryInput.Fields fields,
      LineReader lines,
      LineStreams.Sink out)
      throws IOException {
    try (SummaryInput texts = new SummaryInput(lines, fields, references)) {
      Windows<SummaryRequest, Summary> windows =
          new Windows<>(texts, summarizer, request -> request.text().length(), texts::isReady);
      for (long line = 1; windows.hasNext(); line++) {
        Summary summary = windows.next();
        for (String text : format.lines(summary, line, separator)) {
          out.line(text);
        }
        if (!summary.reading().isWhole()) {
          tell("line " + line + ": reads " + summary.reading());
        }
        // A person, or another program, may wait for an answer.
        if (windows.ready() == 0) {
          out.flush();
        }
      }
    }
  }

  private void tell(String message) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("gloss: " + message);
    err.flush();
  }
}
