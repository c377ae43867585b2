package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.task.TinyCorpus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code gloss inspect} tells of recipes, models and files, and what it refuses. */
class InspectCommandTest {
  private static final String CHECKPOINT = "checkpoints/step-000000002.safetensors";

  @TempDir private static Path shared;
  @TempDir private Path folder;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    model = TinyCorpus.train(shared, "training.until=[2 steps]");
  }

  private static Processes.Result run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[args.length + 1];
    Arrays.setAll(words, i -> i == 0 ? "inspect" : args[i - 1].toString());
    int exit =
        Gloss.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Processes.Result(exit, out.toString(), err.toString());
  }

  private static JsonObject json(Object... args) {
    Object[] more = Arrays.copyOf(args, args.length + 1);
    more[args.length] = "--json";
    return JsonParser.parseString(run(more).ok().out()).getAsJsonObject();
  }

  private static void assertFails(Processes.Result result, String... parts) {
    assertThat(result.errLines()).as(result.err()).hasSize(1);
    assertThat(result.err()).startsWith("gloss: ").contains(parts);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aModelTellsWhatItIsAndHowFarItsTrainingIs() {
    String text = run(model).ok().out();
    assertThat(text)
        .startsWith(name(model) + ": translation, en → fr\n")
        .contains("network     transformer: size 16, heads 2, ")
        .containsPattern("vocabulary  \\d+, joint")
        .containsPattern(
            "training    2 steps, epoch \\d+, .* minutes; best loss \\d\\.\\d+ at step 2")
        .containsPattern("weights.safetensors +\\d+\\.\\d kB")
        .contains(CHECKPOINT)
        .containsPattern("encoder.0.attention.query.weight +16 × 16 +256\n");
  }

  /** A recipe without a name is called after its folder; here a random one. */
  private static String name(Path model) {
    return String.valueOf(model.getParent().getFileName());
  }

  @Test
  void itsPartsAreAllOfItsParametersAndItsWeightsThoseOfTheFile() {
    JsonObject told = json(model);
    long parts =
        told.getAsJsonObject("parts").asMap().values().stream().mapToLong(n -> n.getAsLong()).sum();
    assertThat(told.get("parameters").getAsLong()).isEqualTo(parts);
    JsonObject file = json(model.resolve("weights.safetensors"));
    assertThat(told.getAsJsonObject("weights")).isEqualTo(file.getAsJsonObject("arrays"));
    assertThat(file.get("numbers").getAsLong()).isEqualTo(parts);
    assertThat(told.get("kind").getAsString()).isEqualTo("model");
    assertThat(told.getAsJsonObject("training").get("step").getAsLong()).isEqualTo(2);
    assertThat(told.getAsJsonObject("files").get("model.json")).isNull();
    assertThat(told.getAsJsonObject("files").get("tokenizer.json").getAsLong()).isPositive();
  }

  @Test
  void aRecipeIsCountedWithoutItsData() throws IOException {
    Path recipe = TinyCorpus.write(folder);
    Files.delete(folder.resolve("train.en.gz"));
    assertThat(run(recipe).ok().out())
        .contains("(a recipe, not trained)", "vocabulary  at most 300, joint")
        .doesNotContain("files", "training    ");
    long shared = json(recipe).get("parameters").getAsLong();
    long apart = json(folder, "--set", "network.tie=output").get("parameters").getAsLong();
    assertThat(apart - shared).isEqualTo(300 * 16);
    JsonObject recurrent =
        json(recipe, "--set", "network={type: recurrent, cell: gru, size: 8, tie: none}");
    assertThat(recurrent.getAsJsonObject("network").get("cell").getAsString()).isEqualTo("gru");
    assertThat(recurrent.getAsJsonObject("weights").get("encoder.backward.1.hidden-weight"))
        .hasToString("[12,4]");
  }

  @Test
  void aCheckpointTellsItsArraysAndItself() {
    Path checkpoint = model.resolve(CHECKPOINT);
    assertThat(run(checkpoint).ok().out())
        .startsWith(checkpoint + ": ")
        .contains("progress", "\"step\":2")
        .containsPattern("optimizer.mean.target-embedding.weight +\\d+ × 16");
  }

  @Test
  void mistakesAreOneLine() throws IOException {
    Path missing = folder.resolve("missing");
    assertFails(run(missing), missing + ": no such file");
    assertFails(run(missing + ".safetensors"), "missing.safetensors: no such file");
    assertFails(run(folder), "recipe.yaml: no such file");
    assertFails(run(), "MODEL|RECIPE|FILE");
    assertFails(run(model, "--set", "network.size=32"), "--set changes recipes", "trained model");
    Path text = Files.writeString(folder.resolve("text.safetensors"), "no header is here\n");
    assertFails(run(text), text + ": is not a safetensors file, or damaged");
    assertFails(run(text, "--set", "a=b"), "a file of weights");
    byte[] whole = Files.readAllBytes(model.resolve("weights.safetensors"));
    Path half = folder.resolve("half.safetensors");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    assertFails(run(half), half + ": ", "damaged");
    Path recipe = TinyCorpus.write(folder);
    assertFails(run(recipe, "--set", "network.type=lstm"), "network.type", "recurrent");
  }
}
