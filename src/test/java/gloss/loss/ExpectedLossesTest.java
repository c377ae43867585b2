package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every loss and its gradient against what PyTorch and scikit-learn say; {@code
 * src/test/python/loss_expectations.py} wrote it down.
 */
class ExpectedLossesTest {
  private static final List<Double> FOUR = List.of(0.5, 1.0, 3.0, 0.25);

  private static final Map<String, Loss> LOSSES = new LinkedHashMap<>();

  static {
    LOSSES.put("mse", new MeanSquaredError());
    LOSSES.put("mae", new MeanAbsoluteError());
    for (double width : new double[] {0.5, 1, 2.5}) {
      LOSSES.put("huber " + width, new Huber(width));
      LOSSES.put("smooth-l1 " + width, new SmoothL1(width));
    }
    LOSSES.put("log-cosh", new LogCosh());
    for (double q : new double[] {0.1, 0.5, 0.95}) {
      LOSSES.put("quantile " + q, new Quantile(q));
    }
    LOSSES.put("poisson", new Poisson(false));
    LOSSES.put("poisson full", new Poisson(true));
    LOSSES.put("cosine-embedding", new CosineEmbedding(0));
    LOSSES.put("robust -1e+09 1.5", new GeneralRobust(Double.NEGATIVE_INFINITY, 1.5));
    for (String shape : List.of("-2", "0", "0.001", "0.5", "1", "1.999", "2", "3")) {
      LOSSES.put("robust " + shape + " 1.5", new GeneralRobust(Double.parseDouble(shape), 1.5));
    }
    LOSSES.put("binary-cross-entropy", new BinaryCrossEntropy());
    LOSSES.put("binary-cross-entropy soft", new BinaryCrossEntropy());
    LOSSES.put(
        "binary-cross-entropy weights", new BinaryCrossEntropy(List.of(0.5, 1.0, 3.0, 20.0)));
    LOSSES.put("binary-cross-entropy 3", new BinaryCrossEntropy(List.of(3.0)));
    LOSSES.put("hinge", new Hinge(1));
    LOSSES.put("hinge signs", new Hinge(1));
    LOSSES.put("squared-hinge", new SquaredHinge(1));
    LOSSES.put("cross-entropy", new CrossEntropy(0));
    LOSSES.put("cross-entropy weights", new CrossEntropy(0, FOUR));
    LOSSES.put("cross-entropy 0.1", new CrossEntropy(0.1));
    LOSSES.put("cross-entropy 0.3 weights", new CrossEntropy(0.3, FOUR));
    LOSSES.put("cross-entropy ignored", new CrossEntropy(0));
    LOSSES.put("cross-entropy 0.3 weights ignored", new CrossEntropy(0.3, FOUR));
    LOSSES.put("cross-entropy 0.3 weights ignoring 2", new CrossEntropy(0.3, FOUR, 2));
    LOSSES.put("cross-entropy soft", new CrossEntropy(0));
    LOSSES.put("cross-entropy 0.3 weights soft", new CrossEntropy(0.3, FOUR));
    LOSSES.put("kullback-leibler", new KullbackLeibler());
    LOSSES.put("kullback-leibler ids", new KullbackLeibler());
    LOSSES.put("probability-error", new ProbabilityError());
    LOSSES.put("probability-error soft", new ProbabilityError());
    LOSSES.put("multi-class-hinge", new MultiClassHinge(1));
    LOSSES.put("one-versus-rest", new OneVersusRest(new BinaryCrossEntropy()));
    for (double gamma : new double[] {0, 0.5, 2}) {
      LOSSES.put("focal " + gamma, new Focal(gamma));
    }
    LOSSES.put("focal 2.0 weights", new Focal(2, FOUR));
    LOSSES.put("binary-focal 2.0 0.25", new BinaryFocal(2, 0.25));
    LOSSES.put("binary-focal 0.5 0.6", new BinaryFocal(0.5, 0.6));
    LOSSES.put("binary-focal 0.0 0.5", new BinaryFocal(0, 0.5));
  }

  /** What stands in the file. */
  private record Expected(Map<String, Case> cases, Balanced balanced) {}

  private record Balanced(long[] counts, List<Double> weights) {}

  private record Case(
      long[] shape,
      double[] predictions,
      long[] targetShape,
      double[] targets,
      boolean ids,
      double value,
      double[] gradient,
      double[] signs) {
    Evaluation.Values values() {
      return new Evaluation.Values(predictions, new Shape(shape));
    }

    Function<NDArray, LossSum> with(Loss loss, NDManager manager) {
      return p -> {
        NDArray t = manager.create(targets, new Shape(targetShape));
        NDArray typed = t.toType(ids ? DataType.INT64 : p.getDataType(), true);
        return signs == null
            ? loss.of(p, typed)
            : new CosineEmbedding(0.2).of(p, typed, manager.create(signs));
      };
    }
  }

  private static Expected expected() throws IOException {
    try (InputStream in = ExpectedLossesTest.class.getResourceAsStream("expected.json");
        Reader reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, Expected.class);
    }
  }

  @TestFactory
  List<DynamicTest> valueAndGradientAreThoseOfTheReference() throws IOException {
    Map<String, Case> cases = expected().cases;
    LOSSES.put("cosine-embedding pairs 0.2", new CosineEmbedding(0.2));
    assertThat(LOSSES.keySet()).containsExactlyInAnyOrderElementsOf(cases.keySet());
    return cases.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(e.getKey(), e.getValue())))
        .toList();
  }

  private static void check(String name, Case expected) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Function<NDArray, LossSum> loss = expected.with(LOSSES.get(name), manager);
      Evaluation exact = Evaluation.of(loss, manager, expected.values(), DataType.FLOAT64);
      assertClose(exact.value(), expected.value, 1e-9);
      assertClose(exact.gradient(), expected.gradient, 1e-9);
      Evaluation single = Evaluation.of(loss, manager, expected.values(), DataType.FLOAT32);
      assertClose(single.value(), expected.value, 1e-6);
      assertClose(single.gradient(), expected.gradient, 1e-6);
      assertClose(
          Evaluation.differences(loss, manager, expected.values()), expected.gradient, 1e-6);
    }
  }

  private static void assertClose(double actual, double expected, double tolerance) {
    assertThat(actual).isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
  }

  private static void assertClose(double[] actual, double[] expected, double tolerance) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as("element " + i)
          .isCloseTo(expected[i], within(tolerance * Math.max(1, largest)));
    }
  }

  @Test
  void balancedWeightsAreThoseOfTheReference() throws IOException {
    Balanced balanced = expected().balanced;
    List<Double> weights = ClassWeights.inverseFrequency(balanced.counts);
    for (int i = 0; i < weights.size(); i++) {
      assertThat(weights.get(i)).isCloseTo(balanced.weights.get(i), within(1e-12));
    }
  }
}
