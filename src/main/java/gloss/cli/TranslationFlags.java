package gloss.cli;

import gloss.pipeline.Translator;
import gloss.task.TranslationOutput;
import gloss.task.TranslationRequest;
import gloss.task.TranslationResult;
import gloss.text.LineReader;
import gloss.yaml.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How lines are read, translated and written, wherever that is done. */
final class TranslationFlags {
  @Mixin private SearchFlags search;

  @Mixin private NBestFlag nBest;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, or jsonl with scores, tokens and alignments. Default: text.")
  private OutputFormat format = OutputFormat.text;

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description =
          "text, or jsonl: objects with text and, if wanted, prefix, must, must-not. Default:"
              + " text.")
  private InputFormat inputFormat = InputFormat.text;

  /**
   * Models, searched as the options say.
   *
   * @param others what else is wanted of the recipe's {@code decoding}
   */
  Translator load(List<Path> folders, List<Setting> others) throws IOException {
    Translator loaded = Translator.load(folders);
    try {
      List<Setting> output = new ArrayList<>(nBest.settings());
      output.addAll(others);
      return loaded.with(search.applyTo(loaded.options(), output));
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  /** The requests of an input. */
  RequestLines requests(Translator translator, LineReader lines) {
    return new RequestLines(lines, inputFormat, translator::request);
  }

  /** What a line asks for that stands alone. */
  TranslationRequest request(Translator translator, String line) {
    return RequestLines.request(line, inputFormat, translator::request, "");
  }

  /** What is written of a result; {@code line} counts from 1. */
  List<String> lines(Translator translator, TranslationResult result, long line) {
    return format.lines(result, line, translator.options().output());
  }

  /** What is written of a translation that was scored. */
  String score(TranslationOutput output) {
    return format.score(output);
  }

  /** What a user should know of a result. */
  static List<String> remarks(TranslationResult result) {
    return result.best().unmet().stream().map(unmet -> "the output " + unmet).toList();
  }
}
