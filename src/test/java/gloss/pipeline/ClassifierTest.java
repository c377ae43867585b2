package gloss.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.task.TinyCorpus;
import gloss.task.image.TinyPictures;
import gloss.task.table.TinyTables;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One class for models of pictures and of tables. */
@Timeout(120)
class ClassifierTest {
  @TempDir private static Path folder;
  private static Classifier rows;
  private static Classifier pictures;

  @BeforeAll
  static void train() throws IOException {
    rows = Classifier.load(TinyTables.train(folder.resolve("tables")));
    pictures = Classifier.load(TinyPictures.train(folder.resolve("pictures")));
  }

  @AfterAll
  static void close() {
    rows.close();
    pictures.close();
  }

  private static ClassifierInput.Row row(int tokens) {
    return ClassifierInput.row(Map.of("kind", "news", "tokens", String.valueOf(tokens)));
  }

  private static Path picture(String label) {
    return folder.resolve("pictures/test").resolve(label).resolve("45.png");
  }

  @Test
  void rowsAreClassified() {
    assertThat(rows.kind()).isEqualTo(Classifier.Kind.ROWS);
    assertThat(rows.classes()).isEqualTo(TinyTables.CLASSES);
    assertThat(rows.columns()).containsExactly("tokens", "kind");
    Classification found = rows.classify(row(24));
    assertThat(found.label()).isEqualTo("long");
    assertThat(found.top(1)).containsExactly(found.best());
    assertThat(found.top(9)).hasSize(2);
    assertThat(found.best().probability() + found.choices().get(1).probability())
        .isCloseTo(1, within(1e-6));
    assertThat(found.probabilities()).containsOnlyKeys("long", "short");
    assertThat(rows.classify(row(1)).label()).isEqualTo("short");
    assertThat(rows.classify(List.of())).isEmpty();
  }

  @Test
  void picturesAreClassifiedAsTheFilesOfAFolderAre() throws IOException {
    assertThat(pictures.kind()).isEqualTo(Classifier.Kind.PICTURES);
    assertThat(pictures.columns()).isEmpty();
    List<ImageClassifier.Result> expected = new ArrayList<>();
    try (ImageClassifier files = ImageClassifier.load(folder.resolve("pictures/model"))) {
      files.classify(
          folder.resolve("pictures/test/down"), new gloss.corpus.image.Damage(true), expected::add);
    }
    assertThat(expected).hasSize(10);
    for (ImageClassifier.Result result : expected) {
      Classification found = pictures.classify(ClassifierInput.picture(Path.of(result.name())));
      assertThat(found.label()).isEqualTo(result.classification().label());
      assertThat(found.best().probability())
          .isCloseTo(result.classification().best().probability(), within(1e-5));
    }
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    assertThatThrownBy(() -> rows.classify(Map.of("tokens", "1")))
        .isInstanceOf(InputException.class)
        .hasMessage("row: has no column 'kind'; known: tokens");
    assertThatThrownBy(
            () ->
                rows.classify(
                    List.of(row(1), ClassifierInput.row(Map.of("kind", "a", "tokens", "x")))))
        .isInstanceOf(InputException.class)
        .hasMessage("row:2: 'x' is no number (column 'tokens')");
    ClassifierInput.Picture picture = ClassifierInput.picture(picture("down"));
    assertThatThrownBy(() -> rows.classify(picture)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> pictures.classify(row(1))).isInstanceOf(InputException.class);
    assertThatThrownBy(
            () -> pictures.classify(new ClassifierInput.Picture("a.png", new byte[] {1, 2, 3})))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("a.png: is no picture");
    Path translator =
        TinyCorpus.train(
            folder.resolve("pairs"), "training.until=[2 steps]", "training.validate.every=2 steps");
    assertThatThrownBy(() -> Classifier.load(translator))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("is not a model that classifies");
  }

  @Test
  void aStreamIsReadAsItIsAskedFor() {
    AtomicInteger read = new AtomicInteger();
    Stream<ClassifierInput.Row> endless =
        IntStream.iterate(0, i -> i + 1).peek(i -> read.incrementAndGet()).mapToObj(i -> row(24));
    assertThat(rows.classify(endless).limit(3).map(Classification::label))
        .containsExactly("long", "long", "long");
    assertThat(read.get()).isLessThan(100);
  }

  @Test
  void manyCallersAreClassifiedTogetherAndEachGetsHisOwn() {
    BatchCounts before = rows.counts();
    Map<Integer, CompletableFuture<List<Classification>>> asked = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      asked.put(i, rows.submit(List.of(row(i % 2 == 0 ? 24 : 1))));
    }
    asked.forEach(
        (i, found) ->
            assertThat(found.join().get(0).label()).isEqualTo(i % 2 == 0 ? "long" : "short"));
    assertThat(rows.counts().requests() - before.requests()).isEqualTo(200);
    assertThat(rows.counts().batches() - before.batches()).isLessThan(200);
  }

  @Test
  void whoComesAfterTheEndIsToldSo() throws IOException {
    Classifier closed = Classifier.load(folder.resolve("tables/model"));
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.classify(row(1))).isInstanceOf(IllegalStateException.class);
  }
}
