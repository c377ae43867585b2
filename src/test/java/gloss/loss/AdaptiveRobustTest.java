package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import gloss.recipe.NumberLossRecipe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveRobustTest {
  /** The modified Bessel function of the second kind K₁(1). */
  private static final double K1 = 0.6019072301972346;

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private AdaptiveRobust loss(double shape, double scale) {
    return new AdaptiveRobust(
        manager, 1, new NumberLossRecipe.AdaptiveRobust(shape, 0, 4, scale, 1e-5));
  }

  private AdaptiveRobust standard(int outputs) {
    return new AdaptiveRobust(
        manager, outputs, new NumberLossRecipe.AdaptiveRobust(1, 0.001, 1.999, 1, 1e-5));
  }

  private static double rho(double x, double shape) {
    double width = Math.abs(shape - 2);
    return width / shape * Math.expm1(shape / 2 * Math.log1p(x * x / width));
  }

  /** ∫ exp(−ρ(x)) dx by the trapezoid rule with x = sinh u, which is exact for all that matters. */
  private static double partition(double shape) {
    double step = 1e-3;
    double sum = 0;
    for (double u = -45; u <= 45; u += step) {
      sum += Math.exp(-rho(Math.sinh(u), shape)) * Math.cosh(u);
    }
    return sum * step;
  }

  @Test
  void theDensityIntegratesToOneWhereItHasAClosedForm() {
    NDArray zero = manager.zeros(new Shape(1));
    assertThat(loss(1, 1).of(zero, zero).mean()).isCloseTo(Math.log(2 * Math.E * K1), within(1e-6));
    assertThat(loss(1, 5).of(zero, zero).mean())
        .isCloseTo(Math.log(5 * 2 * Math.E * K1), within(1e-6));
    // Hardly different from the normal distribution, and from Cauchy's with scale √2.
    assertThat(loss(2 - 1e-6, 1).of(zero, zero).mean())
        .isCloseTo(Math.log(Math.sqrt(2 * Math.PI)), within(1e-5));
    assertThat(loss(1e-6, 1).of(zero, zero).mean())
        .isCloseTo(Math.log(Math.PI * Math.sqrt(2)), within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.3, 0.7, 1.3, 1.7, 1.9, 1.99, 2.01, 2.5, 3.9})
  void theDensityIntegratesToOneElsewhere(double shape) {
    NDArray zero = manager.zeros(new Shape(1));
    assertThat(loss(shape, 1).of(zero, zero).mean())
        .isCloseTo(Math.log(partition(shape)), within(2e-6));
  }

  @Test
  void itIsTheLikelihoodOfEachErrorUnderItsOwnShape() {
    NDArray predictions = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
    NDArray targets = manager.create(new float[] {1, 0, 5.5f, 4}, new Shape(2, 2));
    double expected = rho(2, 1) + rho(2.5, 1) + 4 * Math.log(2 * Math.E * K1);
    LossSum sum = standard(2).of(predictions, targets);
    assertThat(LossSum.number(sum.sum())).isCloseTo(expected, within(1e-5));
    assertThat(sum.count()).isEqualTo(4);
    assertThatThrownBy(() -> standard(3).of(predictions, targets))
        .hasMessage("2 outputs, the loss is made for 3");
  }

  @Test
  void shapeAndScaleHaveTheGradientOfTheFormula() {
    float[] errors = {0.1f, -0.6f, 2, -9, 1, 0};
    NDArray zeros = manager.zeros(new Shape(errors.length));
    NDArray targets = manager.create(errors);
    AdaptiveRobust loss = standard(1);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(loss.of(zeros, targets).sum());
    }
    loss.parameters()
        .forEach(
            (name, latent) -> {
              double slope = latent.getGradient().toFloatArray()[0];
              float step = 0.05f;
              latent.set(new float[] {step});
              double above = LossSum.number(loss.of(zeros, targets).sum());
              latent.set(new float[] {-step});
              double below = LossSum.number(loss.of(zeros, targets).sum());
              latent.set(new float[] {0});
              assertThat((above - below) / (2 * step)).as(name).isCloseTo(slope, within(1e-2));
            });
  }

  /** A line y = 2 x + 1 with noise, of which some points are far off, all upwards. */
  private record Line(double slope, double offset, float shape, float scale) {}

  private Line fit(Loss loss, long seed, double outliers) {
    Random random = new Random(seed);
    int points = 400;
    float[] x = new float[points];
    float[] y = new float[points];
    for (int i = 0; i < points; i++) {
      x[i] = (float) random.nextGaussian();
      y[i] = (float) (2 * x[i] + 1 + 0.2 * random.nextGaussian());
      if (random.nextDouble() < outliers) {
        y[i] += (float) (20 * random.nextDouble());
      }
    }
    NDArray inputs = manager.create(x);
    NDArray targets = manager.create(y);
    Map<String, NDArray> parameters = new LinkedHashMap<>(loss.parameters());
    NDArray slope = manager.zeros(new Shape(1));
    NDArray offset = manager.zeros(new Shape(1));
    parameters.put("slope", slope);
    parameters.put("offset", offset);
    Descent.minimize(
        manager, parameters, 600, 0.05, step -> loss.of(inputs.mul(slope).add(offset), targets));
    boolean adaptive = loss instanceof AdaptiveRobust;
    return new Line(
        slope.getFloat(),
        offset.getFloat(),
        adaptive ? ((AdaptiveRobust) loss).shape()[0] : 0,
        adaptive ? ((AdaptiveRobust) loss).scale()[0] : 0);
  }

  @RepeatedTest(2)
  void outliersMakeItRobustAndNoiseAloneDoesNot() {
    long seed = System.nanoTime();
    System.out.println("AdaptiveRobustTest: seed " + seed);
    Line squared = fit(new MeanSquaredError(), seed, 0.2);
    Line adaptive = fit(standard(1), seed, 0.2);
    // Outliers of 10 on average at every fifth point lift the mean by 2.
    assertThat(squared.offset).isBetween(2.0, 4.5);
    assertThat(adaptive.offset).isCloseTo(1, within(0.15));
    assertThat(adaptive.slope).isCloseTo(2, within(0.15));
    assertThat(adaptive.shape).isLessThan(0.5f);
    Line gaussian = fit(standard(1), seed, 0);
    assertThat(gaussian.shape).isGreaterThan(1.2f);
    assertThat(gaussian.scale).isCloseTo(0.2f, within(0.06f));
  }
}
