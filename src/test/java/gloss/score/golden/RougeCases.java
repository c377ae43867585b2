package gloss.score.golden;

import static gloss.score.golden.SacreBleuCases.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import gloss.score.Segment;
import gloss.score.Segments;
import gloss.score.rouge.AggregateScore;
import gloss.score.rouge.BootstrapAggregator;
import gloss.score.rouge.Generators;
import gloss.score.rouge.Rouge;
import gloss.score.rouge.RougeMetric;
import gloss.score.rouge.RougeScore;
import gloss.score.rouge.RougeTokenizers;
import gloss.score.rouge.script.PerlGenerators;
import gloss.score.token.Tokenizer;
import gloss.score.token.Tokens;
import gloss.text.WhiteSpace;
import gloss.text.stem.Stemmers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Google's flavour of ROUGE, and the generators of both. */
final class RougeCases {
  private static final Pattern BOOTSTRAP =
      Pattern.compile("bootstrap_seed(\\d+)(?:_ci(\\d+)_n(\\d+))?");

  private RougeCases() {}

  static void google(GoldenCase golden) throws Exception {
    List<Segment> segments = documents(golden, golden.hypothesisFile());
    Rouge rouge = Rouge.builder().stem(golden.flag("use_stemmer")).build();
    JsonObject expected = golden.expected();
    List<RougeMetric> metrics = new ArrayList<>();
    for (JsonElement type : golden.args().getAsJsonArray("rouge_types")) {
      RougeMetric metric = rouge.named(type.getAsString());
      metrics.add(metric);
      JsonArray rows = expected.getAsJsonArray(metric.name());
      assertThat(segments).hasSize(rows.size());
      for (int i = 0; i < segments.size(); i++) {
        assertScore(metric.best(segments.get(i)), rows.get(i).getAsJsonArray());
      }
      assertMean(metric, segments, expected.getAsJsonObject("mean"));
    }
    for (String key : expected.keySet()) {
      Matcher bootstrap = BOOTSTRAP.matcher(key);
      if (bootstrap.matches()) {
        assertAggregates(bootstrap, metrics, segments, expected.getAsJsonObject(key));
      }
    }
  }

  private static void assertMean(RougeMetric metric, List<Segment> segments, JsonObject means) {
    Map<String, Double> parts = metric.score(segments).breakdown().parts();
    JsonArray mean = means.getAsJsonArray(metric.name());
    assertClose(parts.get("precision"), mean.get(0).getAsDouble());
    assertClose(parts.get("recall"), mean.get(1).getAsDouble());
    assertClose(parts.get("fmeasure"), mean.get(2).getAsDouble());
  }

  private static void assertAggregates(
      Matcher bootstrap, List<RougeMetric> metrics, List<Segment> segments, JsonObject expected) {
    boolean usual = bootstrap.group(2) == null;
    double confidence = usual ? 0.95 : Integer.parseInt(bootstrap.group(2)) / 100.0;
    int samples = usual ? 1000 : Integer.parseInt(bootstrap.group(3));
    long seed = Long.parseLong(bootstrap.group(1));
    Map<String, AggregateScore> aggregates =
        new BootstrapAggregator(confidence, samples, seed).aggregate(metrics, segments);
    aggregates.forEach(
        (name, score) -> {
          JsonObject one = expected.getAsJsonObject(name);
          assertScore(score.low(), one.getAsJsonArray("low"));
          assertScore(score.mid(), one.getAsJsonArray("mid"));
          assertScore(score.high(), one.getAsJsonArray("high"));
        });
  }

  private static void assertScore(RougeScore actual, JsonArray expected) {
    assertClose(actual.precision(), expected.get(0).getAsDouble());
    assertClose(actual.recall(), expected.get(1).getAsDouble());
    assertClose(actual.fmeasure(), expected.get(2).getAsDouble());
  }

  static void tokens(GoldenCase golden) throws Exception {
    boolean stem = golden.flag("use_stemmer") || golden.id().endsWith("_stem");
    List<String> lines = golden.rawLines(golden.hypothesisFile());
    JsonArray expected = golden.expectedFile();
    assertThat(lines).hasSize(expected.size());
    for (int i = 0; i < lines.size(); i++) {
      List<String> tokens = tokenize(RougeTokenizers.LATIN, lines.get(i), stem);
      assertThat(tokens).isEqualTo(WhiteSpace.split(expected.get(i).getAsString()));
    }
  }

  private static List<String> tokenize(Tokenizer tokenizer, String line, boolean stem) {
    Tokens tokens = new Tokens();
    tokenizer.tokenize(line, tokens);
    return tokens.toList().stream()
        .map(token -> stem && token.length() > 3 ? Stemmers.NLTK.stem(token) : token)
        .toList();
  }

  /** Segments of so many lines each. */
  static List<Segment> documents(GoldenCase golden, String hypothesisFile) {
    int lines = golden.integer("lines_per_doc", 1);
    List<List<String>> streams = new ArrayList<>();
    for (JsonElement file : golden.json().getAsJsonArray("refs")) {
      streams.add(joined(golden.rawLines(file.getAsString()), lines));
    }
    return Segments.of(joined(golden.rawLines(hypothesisFile), lines), streams);
  }

  private static List<String> joined(List<String> lines, int each) {
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += each) {
      documents.add(String.join("\n", lines.subList(i, Math.min(lines.size(), i + each))));
    }
    return documents;
  }

  static void generators(GoldenCase golden) {
    JsonObject expected = golden.expected();
    for (String key : expected.keySet()) {
      if (key.startsWith("legacy_")) {
        long seed = Long.parseLong(key.substring("legacy_".length()));
        JsonObject vectors = expected.getAsJsonObject(key);
        int[] expectedNumbers =
            IntStream.concat(
                    Arrays.stream(numbers(vectors.getAsJsonArray("choice_37"))),
                    Arrays.stream(numbers(vectors.getAsJsonArray("choice_1000"))))
                .toArray();
        int[] bounds = new int[expectedNumbers.length];
        Arrays.fill(bounds, 1000);
        Arrays.fill(bounds, 0, vectors.getAsJsonArray("choice_37").size(), 37);
        assertThat(Generators.legacyChoice(seed, bounds)).isEqualTo(expectedNumbers);
      }
    }
    JsonObject perl = expected.getAsJsonObject("perl_srand_int_rand_1000");
    for (String seed : perl.keySet()) {
      int[] numbers = numbers(perl.getAsJsonArray(seed));
      assertThat(PerlGenerators.choice(Integer.parseInt(seed), 1000, numbers.length))
          .isEqualTo(numbers);
    }
  }

  private static int[] numbers(JsonArray array) {
    int[] numbers = new int[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).getAsInt();
    }
    return numbers;
  }
}
