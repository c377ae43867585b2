package gloss.cli;

import gloss.extract.Extractors;
import gloss.extract.CoreNlpSentences;
import gloss.extract.DocumentSentences;
import gloss.pipeline.ExtractiveSummarizer;
import gloss.pipeline.Summarizer;
import gloss.pipeline.Summary;
import gloss.pipeline.TrainedSummarizer;
import gloss.text.InputException;
import gloss.text.SentenceSplitter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How texts are read, summarized and written, wherever that is done. */
final class SummaryFlags {
  @Mixin private SearchFlags search;

  @Mixin private NBestFlag nBest;

  @Option(
      names = "--method",
      paramLabel = "NAME:N",
      description =
          "Takes at most N sentences of each text: lead:N, random:N, textrank:N, lexrank:N, or"
              + " oracle:N, which knows the references.")
  private @Nullable String method;

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
      names = "--reference-field",
      paramLabel = "NAME",
      description = "A field of JSON that holds a summary by people, for oracle. May be repeated.")
  private List<String> referenceFields = List.of();

  @Option(
      names = "--sentences",
      paramLabel = "HOW",
      description =
          "How texts are cut into sentences where sentences are taken: lines, corenlp (Stanford"
              + " CoreNLP, English), or auto: lines where a text has several, else corenlp."
              + " Default: auto.")
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

  /**
   * Fails for what cannot be.
   *
   * @param folder of a model, if there is one
   * @param references whether there are files of them
   */
  void check(CommandSpec spec, @Nullable Path folder, boolean references) {
    if ((folder == null) == (method == null)) {
      throw new ParameterException(
          spec.commandLine(),
          folder == null
              ? "give a MODEL, or a --method such as lead:3"
              : "give either a MODEL or a --method");
    }
    if (folder == null
        && extractive().method().needsReferences()
        && !references
        && referenceFields.isEmpty()) {
      boolean files = spec.findOption("--references") != null;
      throw new ParameterException(
          spec.commandLine(),
          "--method "
              + method
              + " needs "
              + (files ? "--references FILE or " : "")
              + "--reference-field NAME");
    }
  }

  /** A summarizer by the method. */
  private ExtractiveSummarizer extractive() {
    return new ExtractiveSummarizer(Extractors.named(String.valueOf(method)), sentences.splitter());
  }

  /** A model as the options say, or a summarizer by the method where there is none. */
  Summarizer summarizer(@Nullable Path folder) throws IOException {
    if (folder == null) {
      return extractive();
    }
    Summarizer loaded = Summarizer.load(folder);
    try {
      return loaded instanceof TrainedSummarizer writing
          ? writing.with(search.applyTo(writing.options(), nBest.settings()))
          : extracting((ExtractiveSummarizer) loaded, folder);
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  private ExtractiveSummarizer extracting(ExtractiveSummarizer loaded, Path folder) {
    if (search.given() || !nBest.settings().isEmpty()) {
      throw InputException.in(
          folder, "takes sentences out of texts and searches nothing; leave such options out");
    }
    return new ExtractiveSummarizer(loaded.method(), sentences.splitter());
  }

  /** Where texts stand in the input. */
  SummaryInput.Fields fields(String defaultField) {
    return new SummaryInput.Fields(
        inputFormat, field == null ? defaultField : field, referenceFields);
  }

  /** What is written of a summary; {@code line} counts from 1. */
  List<String> lines(Summary summary, long line) {
    return format.lines(summary, line, separator);
  }

  /** What a user should know of a summary. */
  static List<String> remarks(Summary summary) {
    return summary.reading().isWhole() ? List.of() : List.of("reads " + summary.reading());
  }
}
