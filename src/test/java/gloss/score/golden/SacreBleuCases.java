package gloss.score.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gloss.score.Accumulator;
import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.Signature;
import gloss.score.TextMetric;
import gloss.score.bleu.Bleu;
import gloss.score.bleu.BleuBreakdown;
import gloss.score.bleu.Smoothings;
import gloss.score.chrf.Chrf;
import gloss.score.ter.Ter;
import gloss.score.ter.TerBreakdown;
import gloss.score.token.Tokenizers;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** Scores of corpora and of sentences. */
final class SacreBleuCases {
  private static final double RELATIVE = 1e-12;

  private SacreBleuCases() {}

  static void corpus(GoldenCase golden) throws IOException {
    Accumulator<Segment> sum = metric(golden).accumulator();
    golden.segments().forEach(sum::add);
    JsonObject expected = golden.expected();
    Score score =
        golden.json().has("n_bootstrap") && !golden.json().get("n_bootstrap").isJsonNull()
            ? SignificanceCases.confidence(golden, metric(golden), expected)
            : sum.score();
    if (expected.has("stats_sum")) {
      assertSame(sum.sums(), doubles(expected.getAsJsonArray("stats_sum")));
    }
    assertClose(score.value(), expected.get("score").getAsDouble());
    if (expected.has("text_w2")) {
      assertThat(score.name()).isEqualTo(expected.get("name").getAsString());
      assertRendering(score, expected);
    }
    if (score.breakdown() instanceof BleuBreakdown bleu && expected.has("bp")) {
      assertBleu(bleu, expected);
    }
    if (score.breakdown() instanceof TerBreakdown ter && expected.has("num_edits")) {
      assertThat(ter.edits()).isEqualTo(expected.get("num_edits").getAsLong());
      assertClose(ter.referenceLength(), expected.get("ref_length").getAsDouble());
    }
  }

  private static void assertRendering(Score score, JsonObject expected) {
    assertThat(asReference(score.signature().toString()))
        .isEqualTo(expected.get("signature").getAsString());
    assertThat(asReference(score.signature().toShortString()))
        .isEqualTo(expected.get("signature_short").getAsString());
    assertThat(asReference(score.text(2))).isEqualTo(expected.get("text_w2").getAsString());
    assertThat(asReference(score.shortText(1)))
        .isEqualTo(expected.get("text_w1_short").getAsString());
    assertThat(asReference(score.json(1))).isEqualTo(expected.get("json_w1").getAsString());
  }

  private static void assertBleu(BleuBreakdown bleu, JsonObject expected) {
    assertThat(bleu.matches()).containsExactly(boxed(expected.getAsJsonArray("counts")));
    assertThat(bleu.totals()).containsExactly(boxed(expected.getAsJsonArray("totals")));
    double[] precisions = doubles(expected.getAsJsonArray("precisions"));
    for (int i = 0; i < precisions.length; i++) {
      assertClose(bleu.precisions().get(i), precisions[i]);
    }
    assertClose(bleu.brevityPenalty(), expected.get("bp").getAsDouble());
    assertThat(bleu.lengths().hypothesis()).isEqualTo(expected.get("sys_len").getAsLong());
    assertThat(bleu.lengths().reference()).isEqualTo(expected.get("ref_len").getAsLong());
  }

  static void sentences(GoldenCase golden) throws IOException {
    TextMetric metric = metric(golden);
    List<Segment> segments = golden.segments();
    JsonObject expected = golden.expected();
    double[] scores = doubles(expected.getAsJsonArray("scores"));
    assertThat(segments).hasSameSizeAs(scores);
    for (int i = 0; i < scores.length; i++) {
      Score score = metric.score(segments.get(i));
      assertClose(score.value(), scores[i]);
      if (expected.has("stats")) {
        assertSame(
            statistics(metric, segments.get(i), score),
            doubles(expected.getAsJsonArray("stats").get(i).getAsJsonArray()));
      }
    }
  }

  /** The reference reports BLEU's counts after smoothing. */
  private static double[] statistics(TextMetric metric, Segment segment, Score score) {
    double[] statistics = metric.statistics(segment);
    if (score.breakdown() instanceof BleuBreakdown bleu) {
      int orders = bleu.matches().size();
      for (int i = 0; i < orders; i++) {
        statistics[2 + i] = bleu.matches().get(i);
        statistics[2 + orders + i] = bleu.totals().get(i);
      }
    }
    return statistics;
  }

  /** Counts are equal; mean lengths may differ in the last place, where our sum is exact. */
  private static void assertSame(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      if (expected[i] == Math.rint(expected[i])) {
        assertThat(actual[i]).isEqualTo(expected[i]);
      } else {
        assertClose(actual[i], expected[i]);
      }
    }
  }

  /** Our name and version, where the reference has its own. */
  static String asReference(String text) {
    String own = Signature.program().pairs().get("version");
    return text.replace(own, "2.6.0");
  }

  static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * RELATIVE));
  }

  static double[] doubles(JsonArray array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).getAsDouble();
    }
    return values;
  }

  private static Double[] boxed(JsonArray array) {
    return java.util.Arrays.stream(doubles(array)).boxed().toArray(Double[]::new);
  }

  private static TextMetric metric(GoldenCase golden) {
    return metric(golden.tool().split("-", -1)[1], golden);
  }

  static TextMetric metric(String name, GoldenCase golden) {
    return switch (name) {
      case "bleu" -> bleu(golden);
      case "chrf" -> chrf(golden);
      default -> ter(golden);
    };
  }

  private static Bleu bleu(GoldenCase golden) {
    JsonObject args = golden.args();
    Bleu.Builder builder =
        Bleu.builder()
            .lowercase(golden.flag("lowercase"))
            .effectiveOrder(golden.flag("effective_order"))
            .maxOrder(golden.integer("max_ngram_order", 4));
    if (args.has("tokenize")) {
      builder.tokenizer(Tokenizers.named(args.get("tokenize").getAsString()));
    }
    if (args.has("smooth_method")) {
      OptionalDouble value =
          args.has("smooth_value")
              ? OptionalDouble.of(args.get("smooth_value").getAsDouble())
              : OptionalDouble.empty();
      builder.smoothing(Smoothings.named(args.get("smooth_method").getAsString(), value));
    }
    return builder.build();
  }

  private static Chrf chrf(GoldenCase golden) {
    return Chrf.builder()
        .charOrder(golden.integer("char_order", 6))
        .wordOrder(golden.integer("word_order", 0))
        .beta(golden.integer("beta", 2))
        .lowercase(golden.flag("lowercase"))
        .whitespace(golden.flag("whitespace"))
        .epsSmoothing(golden.flag("eps_smoothing"))
        .build();
  }

  private static Ter ter(GoldenCase golden) {
    return Ter.builder()
        .normalized(golden.flag("normalized"))
        .noPunctuation(golden.flag("no_punct"))
        .asianSupport(golden.flag("asian_support"))
        .caseSensitive(golden.flag("case_sensitive"))
        .build();
  }
}
