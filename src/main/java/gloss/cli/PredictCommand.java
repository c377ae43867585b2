package gloss.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import gloss.pipeline.Predictor;
import gloss.task.table.TablePrediction;
import gloss.text.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss predict}. */
@Command(
    name = "predict",
    description = "Predicts a column for each row of a table: a number, or a class.",
    footer = {
      "",
      "The table has the columns that the model was trained with, found by their names; the one to"
          + " be predicted, and others, may be missing or there."
    })
final class PredictCommand implements Callable<Integer> {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "Folder of a model for tables.")
  private Path folder;

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description = "The table: CSV or TSV, UTF-8. Default: stdin.")
  private @Nullable Path input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the predictions go. Default: stdout.")
  private @Nullable Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, a prediction a line; csv, the table with the prediction as one column more; jsonl,"
              + " with the probabilities of classes. Default: text.")
  private Format format = Format.text;

  /** How predictions are written; the names are those of the option. */
  enum Format {
    text,
    csv,
    jsonl
  }

  @Override
  public Integer call() throws IOException {
    try (Predictor predictor = Predictor.load(folder)) {
      Path file = output;
      if (file == null) {
        predict(predictor, spec.commandLine().getOut());
      } else {
        AtomicFile.write(
            file,
            stream ->
                predict(
                    predictor,
                    new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8))));
      }
    }
    return 0;
  }

  private void predict(Predictor predictor, PrintWriter out) throws IOException {
    Path file = input;
    InputStream stream = file == null ? System.in : Files.newInputStream(file);
    boolean[] headed = {false};
    predictor.predict(
        stream,
        file == null ? "stdin" : file.toString(),
        prediction -> {
          if (format == Format.csv && !headed[0]) {
            out.print(
                csv(prediction.columns()) + "," + cell(predictor.target() + " (predicted)") + "\n");
            headed[0] = true;
          }
          out.print(line(predictor, prediction) + "\n");
        });
    out.flush();
  }

  private String line(Predictor predictor, TablePrediction prediction) {
    return switch (format) {
      case text -> prediction.label();
      case csv -> csv(prediction.row().cells()) + "," + cell(prediction.label());
      case jsonl -> json(predictor, prediction);
    };
  }

  private static String json(Predictor predictor, TablePrediction prediction) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("line", prediction.row().line());
    if (predictor.classes().isEmpty()) {
      object.put(predictor.target(), prediction.number());
    } else {
      object.put(predictor.target(), prediction.label());
      object.put("probability", prediction.number());
      object.put("probabilities", prediction.probabilities());
    }
    return GSON.toJson(object);
  }

  private static String csv(List<String> cells) {
    return cells.stream().map(PredictCommand::cell).collect(Collectors.joining(","));
  }

  /** Quoted where it must be (RFC 4180). */
  private static String cell(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
