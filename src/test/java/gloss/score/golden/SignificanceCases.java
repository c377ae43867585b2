package gloss.score.golden;

import static gloss.score.golden.SacreBleuCases.asReference;
import static gloss.score.golden.SacreBleuCases.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import gloss.score.Confidence;
import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.significance.ApproximateRandomization;
import gloss.score.significance.Bootstrap;
import gloss.score.significance.Comparison;
import gloss.score.significance.Evaluation;
import gloss.score.significance.PairedBootstrap;
import gloss.score.significance.PairedTest;
import gloss.score.significance.Pcg64;
import gloss.score.significance.Seed;
import gloss.score.significance.TrialRunner;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Confidence intervals, paired tests and the generator behind them; NumPy 2 is matched. */
final class SignificanceCases {
  private SignificanceCases() {}

  static Score confidence(GoldenCase golden, TextMetric metric, JsonObject expected)
      throws IOException {
    int samples = golden.json().get("n_bootstrap").getAsInt();
    Score score = new Bootstrap(samples).confidence(Evaluation.of(metric, golden.segments()));
    JsonObject interval = expected.getAsJsonObject("ci_numpy2");
    if (interval != null) {
      Confidence confidence = score.confidence().orElseThrow();
      assertClose(confidence.mean(), interval.get("mean").getAsDouble());
      assertClose(confidence.halfWidth(), interval.get("ci").getAsDouble());
    }
    return score;
  }

  static void paired(GoldenCase golden) throws IOException {
    PairedTest test = test(golden);
    JsonObject versions = golden.expected();
    JsonObject expected = versions.getAsJsonObject(versions.has("numpy2") ? "numpy2" : "numpy1");
    for (Map.Entry<String, JsonElement> metric :
        golden.args().getAsJsonObject("metrics").entrySet()) {
      JsonObject settings = new JsonObject();
      settings.add("args", metric.getValue());
      TextMetric built =
          SacreBleuCases.metric(metric.getKey(), new GoldenCase(golden.folder(), settings));
      List<Evaluation<Segment>> systems = new ArrayList<>();
      for (JsonElement system : golden.json().getAsJsonArray("hyp")) {
        systems.add(Evaluation.of(built, golden.segments(system.getAsString())));
      }
      List<Comparison> comparisons = test.compare(systems);
      JsonArray results = expected.getAsJsonObject("results").getAsJsonArray(built.name());
      for (int i = 0; i < results.size(); i++) {
        compare(comparisons.get(i), results.get(i).getAsJsonObject());
      }
      assertThat(asReference(comparisons.get(0).score().signature().toString()))
          .isEqualTo(expected.getAsJsonObject("signatures").get(built.name()).getAsString());
    }
  }

  private static PairedTest test(GoldenCase golden) {
    JsonObject args = golden.args();
    int samples = args.get("n_samples").getAsInt();
    Seed seed = new Seed(args.get("seed").getAsString());
    if (args.get("test_type").getAsString().equals("bs")) {
      return new PairedBootstrap(samples, seed, TrialRunner.threads(2));
    }
    return new ApproximateRandomization(
        samples, Math.max(0, args.get("n_ar_confidence").getAsInt()), seed, TrialRunner.threads(2));
  }

  private static void compare(Comparison actual, JsonObject expected) {
    assertClose(actual.score().value(), expected.get("score").getAsDouble());
    if (expected.get("p_value").isJsonNull()) {
      assertThat(actual.pValue()).isEmpty();
    } else {
      assertThat(actual.pValue()).hasValue(expected.get("p_value").getAsDouble());
    }
    if (expected.get("mean").isJsonNull()) {
      assertThat(actual.score().confidence()).isEmpty();
    } else {
      Confidence confidence = actual.score().confidence().orElseThrow();
      assertClose(confidence.mean(), expected.get("mean").getAsDouble());
      assertClose(confidence.halfWidth(), expected.get("ci").getAsDouble());
    }
  }

  static void generator(GoldenCase golden) {
    for (Map.Entry<String, JsonElement> seed : golden.expected().entrySet()) {
      JsonObject expected = seed.getValue().getAsJsonObject();
      if (!expected.has("choice_1000_x20")) {
        continue;
      }
      Pcg64 generator = new Pcg64(new BigInteger(seed.getKey()));
      for (JsonElement number : expected.getAsJsonArray("choice_1000_x20")) {
        assertThat(generator.nextBelow(1000)).isEqualTo(number.getAsInt());
      }
      for (JsonElement number : expected.getAsJsonArray("then_choice_3_x10")) {
        assertThat(generator.nextBelow(3)).isEqualTo(number.getAsInt());
      }
      Pcg64.Bits bits = generator.bits();
      for (JsonElement number : expected.getAsJsonArray("then_bool_x70")) {
        assertThat(bits.next()).isEqualTo(number.getAsInt());
      }
      Pcg64 fresh = new Pcg64(new BigInteger(seed.getKey()));
      for (JsonElement number : expected.getAsJsonArray("raw_u64_fresh")) {
        assertThat(Long.toUnsignedString(fresh.nextLong())).isEqualTo(number.getAsString());
      }
    }
  }
}
