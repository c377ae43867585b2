package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Scores so large that a careless formula would give infinities or no numbers at all. */
class ExtremeLossesTest {
  private static final double[] LARGE = {30, 100, 1e4, 1e30, 1e37};

  private static final Map<String, Loss> OF_CLASSES = new LinkedHashMap<>();
  private static final Map<String, Loss> OF_LABELS = new LinkedHashMap<>();

  static {
    OF_CLASSES.put("cross-entropy", new CrossEntropy(0));
    OF_CLASSES.put("smoothed", new CrossEntropy(0.1, List.of(0.5, 1.0, 2.0)));
    OF_CLASSES.put("focal 0.5", new Focal(0.5));
    OF_CLASSES.put("focal 2", new Focal(2));
    OF_CLASSES.put("kullback-leibler", new KullbackLeibler());
    OF_CLASSES.put("probability-error", new ProbabilityError());
    OF_CLASSES.put("multi-class-hinge", new MultiClassHinge(1));
    OF_LABELS.put("binary-cross-entropy", new BinaryCrossEntropy());
    OF_LABELS.put("binary-focal 2", new BinaryFocal(2, 0.25));
    OF_LABELS.put("binary-focal 0.5", new BinaryFocal(0.5, 0.25));
    OF_LABELS.put("binary-focal 5", new BinaryFocal(5, 0.25));
    OF_LABELS.put("hinge", new Hinge(1));
    OF_LABELS.put("log-cosh", new LogCosh());
    OF_LABELS.put("huber", new Huber(1));
    OF_LABELS.put("mae", new MeanAbsoluteError());
    OF_LABELS.put("quantile", new Quantile(0.9));
  }

  private static Evaluation.Values row(double... values) {
    return new Evaluation.Values(values, new Shape(1, values.length));
  }

  private static void assertFinite(Evaluation result) {
    assertThat(result.value()).isFinite();
    assertThat(result.plain()).isFinite();
    for (double slope : result.gradient()) {
      assertThat(slope).isFinite();
    }
  }

  @TestFactory
  Stream<DynamicTest> classesStayFinite() {
    return OF_CLASSES.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> classesStayFinite(e.getValue())));
  }

  private static void classesStayFinite(Loss loss) {
    try (NDManager manager = NDManager.newBaseManager()) {
      for (double large : LARGE) {
        for (long label = 0; label < 3; label++) {
          NDArray ids = manager.create(new long[] {label});
          assertFinite(
              Evaluation.of(
                  z -> loss.of(z, ids), manager, row(large, -large, 0), DataType.FLOAT32));
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> labelsStayFinite() {
    return OF_LABELS.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> labelsStayFinite(e.getValue())));
  }

  private static void labelsStayFinite(Loss loss) {
    try (NDManager manager = NDManager.newBaseManager()) {
      for (double large : LARGE) {
        NDArray labels = manager.create(new float[] {0, 1, 0, 1}, new Shape(1, 4));
        assertFinite(
            Evaluation.of(
                z -> loss.of(z, labels),
                manager,
                row(large, large, -large, -large),
                DataType.FLOAT32));
      }
    }
  }

  private static Evaluation single(Loss loss, double score, double target) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray targets = manager.create(new float[] {(float) target}, new Shape(1, 1));
      Function<NDArray, LossSum> of = z -> loss.of(z, targets);
      return Evaluation.of(of, manager, row(score), DataType.FLOAT32);
    }
  }

  @Test
  void wrongByFarCostsAsMuchAsTheFormulaSays() {
    assertThat(single(new BinaryCrossEntropy(), 1e4, 0).value()).isEqualTo(1e4);
    assertThat(single(new BinaryCrossEntropy(), -1e4, 1).gradient()[0]).isEqualTo(-1);
    assertThat(single(new BinaryCrossEntropy(), 1e4, 1).value()).isZero();
    assertThat(single(new BinaryFocal(2, 0.25), -1e4, 1).value()).isEqualTo(2500);
    assertThat(single(new BinaryFocal(2, 0.25), 1e4, 1).gradient()[0]).isZero();
    assertThat(single(new LogCosh(), 1e4, 0).value()).isCloseTo(1e4 - Math.log(2), within(1e-3));
  }

  @Test
  void smallErrorsAreNotRoundedAway() {
    assertThat(single(new LogCosh(), 1e-5, 0).value()).isCloseTo(0.5e-10, within(1e-16));
    assertThat(single(new GeneralRobust(1e-3, 1), 1e-5, 0).value())
        .isCloseTo(0.5e-10, within(1e-16));
  }

  @Test
  void outliersBeyondAllMeasureAreLeftAloneByARobustLoss() {
    for (double shape : new double[] {Double.NEGATIVE_INFINITY, -2, -0.5}) {
      Evaluation result = single(new GeneralRobust(shape, 1), 1e18, 0);
      assertFinite(result);
      assertThat(result.gradient()[0]).isCloseTo(0, within(1e-6));
    }
    assertThat(single(new GeneralRobust(1, 1), 1e18, 0).gradient()[0]).isCloseTo(1, within(1e-5));
  }
}
