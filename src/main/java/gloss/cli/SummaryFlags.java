package gloss.cli;

import gloss.extract.Extractors;
import gloss.pipeline.ExtractiveSummarizer;
import gloss.pipeline.Summarizer;
import gloss.pipeline.Summary;
import gloss.pipeline.TrainedSummarizer;
import gloss.task.CoreNlpSentences;
import gloss.task.TrainedExtractor;
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
      names = "--words",
      paramLabel = "N",
      description =
          "About so many words of each text, with a model that takes sentences. Default: the"
              + " model's own.")
  private @Nullable Integer words;

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
        case auto -> CoreNlpSentences.ofDocuments();
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
    if (words != null && (folder == null || words < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--words: give a MODEL that takes sentences, and a number above 0");
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
          ? writing(writing, folder)
          : extracting((ExtractiveSummarizer) loaded, folder);
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  private TrainedSummarizer writing(TrainedSummarizer loaded, Path folder) {
    if (words != null) {
      throw InputException.in(
          folder, "writes summaries: --words is for one that takes sentences; see --max-length");
    }
    return loaded.with(search.applyTo(loaded.options(), nBest.settings()));
  }

  private ExtractiveSummarizer extracting(ExtractiveSummarizer loaded, Path folder) {
    if (search.given() || !nBest.settings().isEmpty()) {
      throw InputException.in(
          folder,
          "takes sentences out of texts, which are not searched for: leave out the options of"
              + " search (--words is its length)");
    }
    TrainedExtractor method = (TrainedExtractor) loaded.method();
    return new ExtractiveSummarizer(
        words == null ? method : method.withWords(words), sentences.splitter());
  }

  /** The field of JSON lines that a model's data have their texts in. */
  private static String field(Summarizer summarizer) throws IOException {
    if (summarizer instanceof TrainedSummarizer writing) {
      return writing.field();
    }
    return ((ExtractiveSummarizer) summarizer).method() instanceof TrainedExtractor trained
        ? trained.model().recipe().data().fields().source()
        : "text";
  }

  /** Where texts stand in the input of a summarizer. */
  SummaryInput.Fields fields(Summarizer summarizer) throws IOException {
    return new SummaryInput.Fields(
        inputFormat, field == null ? field(summarizer) : field, referenceFields);
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
