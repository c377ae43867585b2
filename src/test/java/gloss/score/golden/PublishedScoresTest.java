package gloss.score.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.Segments;
import gloss.score.TextMetric;
import gloss.score.bleu.Bleu;
import gloss.score.chrf.Chrf;
import gloss.score.significance.Comparison;
import gloss.score.significance.Evaluation;
import gloss.score.significance.PairedBootstrap;
import gloss.score.token.Tokenizers;
import gloss.text.LineReader;
import gloss.text.WhiteSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scores and p-values that others have published for real system outputs. */
class PublishedScoresTest {
  private static final TextMetric CHRF = Chrf.builder().build();

  private static Path data(String name) {
    String shared = System.getenv("GLOSS_SHARED");
    assumeTrue(shared != null, "GLOSS_SHARED is not set: published scores are skipped");
    Path folder = Path.of(shared, "data", name);
    assumeTrue(Files.isDirectory(folder), folder + " is not there: skipped");
    return folder;
  }

  @Test
  void wmt22EnglishGerman() throws IOException {
    check(data("wmt22-ende"), Bleu.builder().build(), 9);
  }

  @Test
  void wmt23EnglishGerman() throws IOException {
    check(data("wmt23-ende"), Bleu.builder().build(), 12);
  }

  @Test
  void wmt23EnglishChinese() throws IOException {
    check(data("wmt23-enzh"), Bleu.builder().tokenizer(Tokenizers.CHINESE).build(), 15);
  }

  /** Every row of the published table whose metric is BLEU or chrF. */
  private static void check(Path folder, TextMetric bleu, int systems) throws IOException {
    Path table;
    try (Stream<Path> files = Files.list(folder)) {
      table = files.filter(f -> f.toString().endsWith(".tsv")).findFirst().orElseThrow();
    }
    int checked = 0;
    for (String row : LineReader.readAll(table)) {
      String[] fields = row.split("\t");
      String metric = fields[4];
      Path output = output(folder, fields[1]);
      if (!metric.matches("(bleu|chrf)-(all|[AB]|refA)") || !Files.exists(output)) {
        continue;
      }
      TextMetric used = metric.startsWith("bleu") ? bleu : CHRF;
      Score score = used.score(segments(folder, output, metric.substring(5)));
      assertThat(score.value())
          .as(fields[1] + " " + metric)
          .isCloseTo(Double.parseDouble(fields[5]), within(1e-6));
      checked++;
    }
    System.out.println(folder.getFileName() + ": " + checked + " published scores agree");
    assertThat(checked).isGreaterThanOrEqualTo(2 * systems);
  }

  private static Path output(Path folder, String system) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("system-outputs"))) {
      return files
          .filter(f -> f.getFileName().toString().contains(".hyp." + system + "."))
          .findFirst()
          .orElse(folder.resolve("none"));
    }
  }

  private static List<Segment> segments(Path folder, Path output, String references)
      throws IOException {
    List<List<String>> streams = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("references"))) {
      files
          .sorted()
          .filter(f -> references.equals("all") || f.toString().contains("." + references + "."))
          .forEach(f -> streams.add(lines(f)));
    }
    return Segments.of(lines(output), streams);
  }

  private static List<String> lines(Path file) {
    try {
      return LineReader.readAll(file).stream().map(WhiteSpace::stripTrailing).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moses' p-values (2,000 resamples, another generator) within the noise of resampling. */
  @Test
  void wmt17PValues() {
    Path folder = data("wmt17-ende-sig");
    Map<String, Double> moses =
        Map.of(
            "FBK.4870", 0.01267,
            "SYSTRAN.4847", 0.20983,
            "online-B.0", 0.38100,
            "xmu.4910", 0.25483,
            "LMU-nmt-reranked.4934", 0.04383,
            "C-3MA.4959", 0.0);
    TextMetric bleu = Bleu.builder().tokenizer(Tokenizers.NONE).build();
    List<String> names = new ArrayList<>(List.of("LIUM-NMT.4900"));
    names.addAll(moses.keySet());
    List<String> references = lines(folder.resolve("ref.txt"));
    List<Evaluation<Segment>> systems = new ArrayList<>();
    for (String name : names) {
      List<String> output = lines(folder.resolve("newstest2017." + name + ".en-de.txt"));
      systems.add(Evaluation.of(bleu, Segments.of(output, references)));
    }
    List<Comparison> comparisons = new PairedBootstrap(2000).compare(systems);
    for (int i = 1; i < names.size(); i++) {
      assertThat(comparisons.get(i).pValue().orElseThrow())
          .as(names.get(i))
          .isCloseTo(moses.get(names.get(i)), within(0.01));
    }
  }
}
