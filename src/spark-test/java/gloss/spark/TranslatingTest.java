package gloss.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.pipeline.Translator;
import gloss.recipe.Recipe;
import gloss.task.Tasks;
import gloss.task.TinyCorpus;
import gloss.text.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Translations on Spark are those of one machine, in their order. */
class TranslatingTest {
  @TempDir static Path folder;

  @BeforeAll
  static void train() throws IOException {
    Path recipe = TinyCorpus.write(folder.resolve("model"));
    try (Training training =
        Tasks.start(
            Recipe.load(recipe, List.of("training.until=[4 steps]")),
            new ModelFolder(recipe.getParent()))) {
      training.run(List.of(), () -> false);
    }
  }

  private static LineWriterSource source() {
    return models -> new TranslatedLines(Translator.load(models), line -> line.contains("?"));
  }

  @Test
  void orderIsKeptAndMalformedLinesAreSetApart() throws IOException {
    List<String> words = List.of("one", "two", "three", "four", "five");
    List<String> lines = new ArrayList<>();
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    for (int i = 0; i < 60; i++) {
      String line = String.join(" ", words.subList(i % 3, i % 3 + 1 + i % 2)) + ".";
      lines.add(i == 17 || i == 40 ? "" : line);
      input.write((i == 17 ? "why?" : line).getBytes(UTF_8));
      if (i == 40) {
        input.write(0xff);
      }
      input.write('\n');
    }
    Path text = Files.write(folder.resolve("in"), input.toByteArray());
    List<String> expected = new ArrayList<>();
    try (Translator translator = Translator.load(folder.resolve("model"))) {
      List<String> translated = translator.translate(lines);
      for (int i = 0; i < lines.size(); i++) {
        expected.add(i == 17 || i == 40 ? "" : i + 1 + ":" + translated.get(i));
      }
    }
    Path out = folder.resolve("out");
    Path single = folder.resolve("single");
    try (Cluster cluster = LocalSpark.connect()) {
      List<Path> models = List.of(folder.resolve("model"));
      WritingLines.Sides sides =
          cluster.run(
              context -> {
                WritingLines translating = new WritingLines(context, models, source());
                Output file = new Output(context, single.toString(), true);
                translating.run(text.toString(), file, 2);
                Output parts = new Output(context, out.toString(), false);
                return translating.run(text.toString(), parts, 4);
              });
      assertThat(sides.malformed()).isEqualTo(2);
      assertThatThrownBy(
              () -> cluster.run(context -> new WritingLines(context, List.of(folder), source())))
          .isInstanceOf(InputException.class);
    }
    List<String> parts = new ArrayList<>();
    List<String> apart = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      parts.addAll(Files.readAllLines(out.resolve("part-0000" + i)));
      Path malformed = out.resolve("_malformed/part-0000" + i);
      apart.addAll(Files.exists(malformed) ? Files.readAllLines(malformed) : List.of());
    }
    assertThat(parts).isEqualTo(expected);
    assertThat(apart).hasSize(2).first().isEqualTo("18\tmalformed\twhy?");
    assertThat(apart.get(1)).startsWith("41\tnot UTF-8\t");
    assertThat(single).hasContent(String.join("\n", expected) + "\n");
    assertThat(folder.resolve("single.malformed")).isDirectory();
  }
}
