package gloss.cli;

import gloss.cli.spark.CommandWords;
import gloss.cli.spark.WritingFlags;
import gloss.pipeline.Translator;
import gloss.spark.LineWriter;
import gloss.spark.LineWriterSource;
import gloss.task.TranslationRequest;
import gloss.task.TranslationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss spark translate}. */
@Command(
    name = "translate",
    description = {
      "Translates text on Apache Spark: as many lines come out as go in, in the same order.",
      "Malformed lines leave an empty line and are set apart in _malformed."
    })
public final class SparkTranslateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      arity = "1..*",
      description = "Folder of a trained model on this machine; of several, an ensemble.")
  private List<Path> folders;

  @Mixin private WritingFlags writing;

  @Mixin private TranslationFlags how;

  @Override
  public Integer call() throws IOException {
    List<String> words = CommandWords.of(spec);
    LineWriterSource source =
        models -> CommandWords.parsed(new SparkTranslateCommand(), words).writer(models);
    writing.run("gloss translate", folders, source, spec.commandLine().getErr());
    return 0;
  }

  private Writer writer(List<Path> models) throws IOException {
    Translator translator = how.load(models, List.of());
    try {
      translator.request("");
      return new Writer(translator, how);
    } catch (RuntimeException e) {
      translator.close();
      throw e;
    }
  }

  private record Writer(Translator translator, TranslationFlags how)
      implements LineWriter<TranslationRequest, TranslationResult> {
    @Override
    public TranslationRequest request(String line) {
      return how.request(translator, line);
    }

    @Override
    public int characters(TranslationRequest request) {
      return request.text().length();
    }

    @Override
    public List<TranslationResult> results(List<TranslationRequest> requests) {
      return translator.results(requests);
    }

    @Override
    public List<String> lines(TranslationResult result, long line) {
      return how.lines(translator, result, line);
    }

    @Override
    public List<String> remarks(TranslationResult result) {
      return TranslationFlags.remarks(result);
    }

    @Override
    public void close() {
      translator.close();
    }
  }
}
