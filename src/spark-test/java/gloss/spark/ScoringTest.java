package gloss.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.score.job.Refusal;
import gloss.score.job.SegmentRows;
import gloss.score.significance.ApproximateRandomization;
import gloss.score.significance.Comparison;
import gloss.score.significance.Evaluation;
import gloss.score.significance.PairedBootstrap;
import gloss.score.significance.PairedTest;
import gloss.score.significance.Seed;
import gloss.score.significance.TrialRunner;
import gloss.text.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores on Spark are those of one machine, however the texts are parted. */
class ScoringTest {
  private static final int LINES = 403;
  private static final MetricSource ALL =
      () ->
          TextMetrics.index().keySet().stream()
              .map(name -> TextMetrics.named(name, MetricSettings.defaults()))
              .toList();
  private static final MetricSource TWO =
      () ->
          List.of(
              TextMetrics.named("bleu", MetricSettings.defaults()),
              TextMetrics.named("rouge1", MetricSettings.defaults()));

  private static Cluster cluster;
  private static final List<List<String>> SYSTEMS = List.of(new ArrayList<>(), new ArrayList<>());
  private static final List<String> REFERENCES = new ArrayList<>();

  @TempDir static Path folder;

  @BeforeAll
  static void write() throws IOException {
    cluster = LocalSpark.connect();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    System.out.println("ScoringTest seed " + seed);
    for (int i = 0; i < LINES; i++) {
      String reference = i == LINES - 1 ? "a last line" : sentence(random);
      REFERENCES.add(reference);
      SYSTEMS.get(0).add(i % 3 == 0 && i < LINES - 1 ? sentence(random) : reference + " .");
      SYSTEMS.get(1).add(random.nextInt(2) == 0 ? sentence(random) : reference);
    }
    Files.write(folder.resolve("b"), SYSTEMS.get(1));
    // Parts as another job may have left them, one without a line, one without an LF at its end.
    Path parts = Files.createDirectories(folder.resolve("a"));
    Files.write(parts.resolve("part-00000"), SYSTEMS.get(0).subList(0, 7));
    Files.writeString(parts.resolve("part-00001"), "");
    Files.writeString(
        parts.resolve("part-00002"), String.join("\n", SYSTEMS.get(0).subList(7, LINES)));
    Files.writeString(parts.resolve("_SUCCESS"), "not\na\ntext\n");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("ref.gz")))) {
      out.write((String.join("\n", REFERENCES) + "\n").getBytes(UTF_8));
    }
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  /** With letters beyond ASCII, an empty line now and then, and a CR, which ends no line. */
  private static String sentence(Random random) {
    List<String> words = List.of("the", "Straße", "is", "naïve", "犬", "a\rb", "cat", "!");
    List<String> sentence = new ArrayList<>();
    for (int length = random.nextInt(15); length > 0; length--) {
      sentence.add(words.get(random.nextInt(words.size())));
    }
    return String.join(" ", sentence).strip();
  }

  private static ScoringInput input(int partitions) {
    return new ScoringInput(
        List.of(path("ref.gz")), 1, List.of(path("a/part-*"), path("b")), "", "utf-8", partitions);
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  private static List<List<Evaluation<Segment>>> here(MetricSource source) {
    List<List<Evaluation<Segment>>> all = new ArrayList<>();
    for (List<String> system : SYSTEMS) {
      List<Evaluation<Segment>> row = new ArrayList<>();
      for (TextMetric metric : source.metrics()) {
        Evaluation<Segment> evaluation = new Evaluation<>(metric);
        for (int i = 0; i < LINES; i++) {
          evaluation.add(Segment.of(system.get(i), REFERENCES.get(i)));
        }
        row.add(evaluation);
      }
      all.add(row);
    }
    return all;
  }

  private static List<List<Evaluation<Segment>>> there(
      MetricSource source, int partitions, boolean rows) throws IOException {
    return cluster.run(
        context -> {
          try (Scoring scoring = new Scoring(context, input(partitions), source, rows)) {
            return scoring.evaluations();
          }
        });
  }

  @Test
  void everyMetricIsThatOfOneMachineToTheLastBit() throws IOException {
    List<List<Evaluation<Segment>>> expected = here(ALL);
    List<List<Evaluation<Segment>>> actual = there(ALL, 5, false);
    for (int s = 0; s < SYSTEMS.size(); s++) {
      for (int m = 0; m < expected.get(s).size(); m++) {
        Evaluation<Segment> one = expected.get(s).get(m);
        Evaluation<Segment> other = actual.get(s).get(m);
        assertThat(other.sum().sums()).as(one.metric().name()).isEqualTo(one.sum().sums());
        assertThat(other.score().toString()).isEqualTo(one.score().toString());
        assertThat(other.sum().notices()).isEqualTo(one.sum().notices());
      }
    }
  }

  @Test
  void testsGiveTheSameWhateverThePartitions() throws IOException {
    List<List<List<Evaluation<Segment>>>> parted =
        List.of(there(TWO, 1, true), there(TWO, 3, true));
    for (PairedTest onOneMachine :
        List.of(
            new PairedBootstrap(150, Seed.DEFAULT, TrialRunner.threads(1)),
            new ApproximateRandomization(333, 70, Seed.of(7), TrialRunner.threads(1)))) {
      for (int metric = 0; metric < 2; metric++) {
        List<Comparison> expected = onOneMachine.compare(column(here(TWO), metric));
        for (List<List<Evaluation<Segment>>> evaluations : parted) {
          List<Evaluation<Segment>> systems = column(evaluations, metric);
          List<Comparison> actual =
              cluster.run(
                  context -> moved(onOneMachine, new ClusterTrials(context, TWO)).compare(systems));
          assertThat(actual.toString()).isEqualTo(expected.toString());
          assertThat(actual.get(1).pValue()).isEqualTo(expected.get(1).pValue());
          assertThat(actual.get(1).score().confidence())
              .isEqualTo(expected.get(1).score().confidence());
        }
      }
    }
  }

  private static PairedTest moved(PairedTest test, TrialRunner runner) {
    return test instanceof PairedBootstrap bootstrap
        ? new PairedBootstrap(bootstrap.samples(), bootstrap.seed(), runner)
        : new ApproximateRandomization(333, 70, Seed.of(7), runner);
  }

  private static List<Evaluation<Segment>> column(
      List<List<Evaluation<Segment>>> evaluations, int metric) {
    return evaluations.stream().map(system -> system.get(metric)).toList();
  }

  @Test
  void theTableOfSegmentsIsThatOfOneMachine() throws IOException {
    List<String> names = List.of("A", "B");
    List<List<Evaluation<Segment>>> evaluations = here(TWO);
    SegmentRows rows = new SegmentRows(names, TWO.metrics());
    List<String> expected = new ArrayList<>(List.of(rows.header()));
    for (int i = 0; i < LINES; i++) {
      for (int s = 0; s < 2; s++) {
        int place = i;
        expected.add(
            rows.row(i + 1, s, evaluations.get(s).stream().map(e -> e.statistics(place)).toList()));
      }
    }
    cluster.run(
        context -> {
          try (Scoring scoring = new Scoring(context, input(6), TWO, false)) {
            Output folders = new Output(context, path("table"), false);
            folders.write(out -> scoring.table(names).saveAsTextFile(out));
            Output file = new Output(context, path("table.gz"), true);
            file.write(out -> scoring.table(names).saveAsTextFile(out));
          }
          return null;
        });
    assertThat(folder.resolve("table/_SUCCESS")).exists();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      parts.addAll(Files.readAllLines(folder.resolve("table/part-0000" + i)));
    }
    assertThat(parts).isEqualTo(expected);
    assertThat(gloss.text.LineReader.readAll(folder.resolve("table.gz"))).isEqualTo(expected);
  }

  @Test
  void badInputIsOneLine() throws IOException {
    Files.writeString(folder.resolve("short"), "a\nb\n");
    Files.write(folder.resolve("bytes"), new byte[] {'a', '\n', (byte) 0xff, '\n'});
    Files.writeString(folder.resolve("columns"), "a\tb\nc\n");
    Files.writeString(folder.resolve("empty"), "");
    Files.createDirectories(folder.resolve("nothing"));
    assertThatThrownBy(() -> score("short", "b"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("b has " + LINES + ", ")
        .hasMessageContaining("short has 2 lines;");
    assertThatThrownBy(() -> score("short", "bytes"))
        .isInstanceOf(InputException.class)
        .hasMessage(path("bytes") + ":2: not UTF-8; convert the file to UTF-8");
    assertThatThrownBy(() -> score("none", "b"))
        .isInstanceOf(InputException.class)
        .hasMessage(path("none") + ": no such file");
    assertThatThrownBy(() -> score("nothing", "b"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no file in this folder");
    assertThatThrownBy(() -> score("empty", "empty"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no line");
    ScoringInput twoReferences =
        new ScoringInput(List.of(path("columns")), 2, List.of(path("short")), "", "utf-8", 0);
    assertThatThrownBy(() -> score(twoReferences))
        .isInstanceOf(InputException.class)
        .hasMessage(path("columns") + ":2: expected 2 fields parted by TAB, but found 1");
  }

  private static void score(String reference, String system) throws IOException {
    score(new ScoringInput(List.of(path(reference)), List.of(path(system))));
  }

  private static void score(ScoringInput input) throws IOException {
    cluster.run(context -> new Scoring(context, input, TWO, false).evaluations());
  }

  @Test
  void anOutputThatIsThereStaysAndOneThatFailsGoes() throws IOException {
    Files.writeString(folder.resolve("mine"), "precious");
    assertThatThrownBy(() -> cluster.run(context -> new Output(context, path("mine"), true)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is there already");
    assertThat(folder.resolve("mine")).hasContent("precious");
    for (boolean single : new boolean[] {false, true}) {
      assertThatThrownBy(
              () ->
                  cluster.run(
                      context -> {
                        Output output = new Output(context, path("failing"), single);
                        output.write(
                            out ->
                                context
                                    .parallelize(List.of("1", "x"), 2)
                                    .map(text -> Integer.toString(Integer.parseInt(text)))
                                    .saveAsTextFile(out));
                        return null;
                      }))
          .isInstanceOf(ClusterFailure.class)
          .hasMessageContaining("NumberFormatException");
      try (var files = Files.list(folder)) {
        assertThat(files.map(Path::getFileName).map(Path::toString))
            .noneMatch(name -> name.contains("failing"));
      }
    }
  }
}
