package gloss.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import gloss.corpus.image.Damage;
import gloss.model.ModelFolder;
import gloss.pipeline.Classification;
import gloss.pipeline.Classification.Choice;
import gloss.pipeline.ImageClassifier;
import gloss.pipeline.ImageClassifier.Result;
import gloss.pipeline.Predictor;
import gloss.recipe.TabularClassificationRecipe;
import gloss.task.table.TablePrediction;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss classify}. */
@Command(
    name = "classify",
    description =
        "Tells the class of pictures, or of rows of tables: a line each, with its name, class and"
            + " probability.")
final class ClassifyCommand implements Callable<Integer> {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MODEL", description = "Folder of a trained model.")
  private Path folder;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "Pictures, folders or archives (.zip, .tar, .tar.gz) of them, or IDX files; for a model"
              + " of tables, tables.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "1",
      description = "So many classes of each picture, the most probable first. Default: 1.")
  private int top;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, columns between tabs, or jsonl. Default: text.")
  private Format format = Format.text;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the results go. Default: stdout.")
  private @Nullable Path output;

  @Option(
      names = "--strict",
      description = "Refuse files that are no pictures, which are left out otherwise.")
  private boolean strict;

  /** How results are written; the names are those of the option. */
  private enum Format {
    text,
    jsonl
  }

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw new ParameterException(spec.commandLine(), "--top must be 1 or more: " + top);
    }
    if (new ModelFolder(folder).describedRecipe() instanceof TabularClassificationRecipe) {
      try (Predictor predictor = Predictor.load(folder)) {
        write(out -> classify(predictor, out));
      }
    } else {
      try (ImageClassifier classifier = ImageClassifier.load(folder)) {
        write(out -> classify(classifier, out));
      }
    }
    return 0;
  }

  /** What writes results. */
  @FunctionalInterface
  private interface Writing {
    void to(PrintWriter out) throws IOException;
  }

  private void write(Writing writing) throws IOException {
    Path file = output;
    if (file == null) {
      writing.to(spec.commandLine().getOut());
    } else {
      AtomicFile.write(
          file,
          stream ->
              writing.to(new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8))));
    }
  }

  private void classify(Predictor predictor, PrintWriter out) throws IOException {
    for (Path input : inputs) {
      predictor.predict(
          Files.newInputStream(input),
          input.toString(),
          row -> out.print(line("row", result(row)) + "\n"));
    }
    out.flush();
  }

  private static Result result(TablePrediction prediction) {
    return new Result(
        prediction.row().source() + ":" + prediction.row().line(),
        Classification.of(prediction.classes(), prediction.values()));
  }

  private void classify(ImageClassifier classifier, PrintWriter out) throws IOException {
    Damage damage = new Damage(strict);
    int[] count = {0};
    for (Path input : inputs) {
      classifier.classify(
          input,
          damage,
          result -> {
            out.print(line("image", result) + "\n");
            count[0]++;
          });
    }
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    damage.lines().forEach(line -> err.println("gloss: " + line));
    err.flush();
    if (count[0] == 0) {
      throw InputException.in(inputs.get(0), "has no pictures");
    }
  }

  private String line(String what, Result result) {
    List<Choice> choices = result.classification().top(top);
    if (format == Format.text) {
      return choices.stream()
          .map(c -> String.format(Locale.ROOT, "%s\t%.4f", c.label(), c.probability()))
          .collect(Collectors.joining("\t", result.name() + "\t", ""));
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(what, result.name());
    object.put("label", result.classification().label());
    object.put("probability", result.classification().best().probability());
    if (top > 1) {
      object.put("top", choices);
    }
    return GSON.toJson(object);
  }
}
