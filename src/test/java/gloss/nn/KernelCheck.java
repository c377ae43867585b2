package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the gradients of a kernel against central differences.
 *
 * <p>Of a kernel f with results y_k it takes the sum Σ w_ki y_ki with random weights w, and for
 * each element x of each float argument compares the derivative that the engine gives with central
 * differences {@code D(h) = (f(x + h) − f(x − h)) / 2h}, of which Richardson's extrapolation {@code
 * (4 D(h/2) − D(h)) / 3} takes the error in h² away: chains of steep functions have large third
 * derivatives. Random numbers come from a seed that is printed.
 */
public final class KernelCheck implements AutoCloseable {
  /** Float32 keeps about seven digits: smaller steps would measure rounding. */
  private static final float STEP = 1e-2f;

  private static final double TOLERANCE = 5e-3;

  private static final Pattern METHOD = Pattern.compile("(?m)^  def (\\w+)\\(");

  private final KernelLibrary library;
  private final NDManager manager = NDManager.newBaseManager();
  private final Random random;
  private final Set<String> checked = new TreeSet<>();

  /** Checks kernels of a library; the seed is printed. */
  public KernelCheck(KernelLibrary library) {
    this.library = library;
    long seed = new Random().nextInt(1_000_000);
    System.out.println("KernelCheck: seed " + seed);
    random = new Random(seed);
  }

  /**
   * Fails unless every kernel of the text beside {@code owner} has been checked but those that have
   * no gradient.
   */
  public void assertAllChecked(Class<?> owner, String resource, String... withoutGradient) {
    Set<String> expected = names(owner, resource);
    assertThat(expected).containsAll(List.of(withoutGradient));
    List.of(withoutGradient).forEach(expected::remove);
    assertThat(checked).isEqualTo(expected);
  }

  private static Set<String> names(Class<?> owner, String resource) {
    try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(resource))) {
      Matcher methods = METHOD.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Set<String> names = new TreeSet<>();
      while (methods.find()) {
        names.add(methods.group(1));
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where other arrays are made. */
  public NDManager manager() {
    return manager;
  }

  /** Normally distributed numbers. */
  public NDArray normal(long... shape) {
    Shape sizes = new Shape(shape);
    float[] values = new float[(int) sizes.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return manager.create(values, sizes);
  }

  /** Numbers that are at least a tenth away from 0, where some functions have a corner. */
  public NDArray awayFromZero(long... shape) {
    Shape sizes = new Shape(shape);
    float[] values = new float[(int) sizes.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (0.1f + random.nextFloat()) * (random.nextBoolean() ? 1 : -1);
    }
    return manager.create(values, sizes);
  }

  /** Checks a kernel that gives one array. */
  public void one(String kernel, Object... arguments) {
    check(kernel, arguments, () -> new NDList(library.one(kernel, arguments)));
  }

  /** Checks a kernel that gives a list, of which the first {@code results} have gradients. */
  public void several(int results, String kernel, Object... arguments) {
    check(
        kernel,
        arguments,
        () -> new NDList(library.several(kernel, arguments).subList(0, results)));
  }

  /** The kernel with its arguments, which are changed in place between calls. */
  @FunctionalInterface
  private interface Call {
    NDList run();
  }

  private void check(String kernel, Object[] arguments, Call call) {
    checked.add(kernel);
    List<float[]> weights = weights(call.run());
    List<NDArray> variables = variables(arguments);
    assertThat(variables).as(kernel + ": float arguments").isNotEmpty();
    variables.forEach(KernelCheck::watch);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(weighted(call.run(), weights));
    }
    for (int k = 0; k < variables.size(); k++) {
      NDArray variable = variables.get(k);
      float[] gradient = variable.getGradient().toFloatArray();
      float[] values = variable.toFloatArray();
      for (int i = 0; i < values.length; i++) {
        double wide = slope(variable, values, i, STEP, call, weights);
        double narrow = slope(variable, values, i, STEP / 2, call, weights);
        assertThat((double) gradient[i])
            .as(kernel + ", float argument " + k + ", element " + i)
            .isCloseTo((4 * narrow - wide) / 3, within(TOLERANCE * (1 + Math.abs(gradient[i]))));
      }
      moved(variable, values, 0, 0, call, weights);
    }
  }

  /** Wants a gradient, which is zero so far also where an earlier check left one. */
  private static void watch(NDArray variable) {
    variable.setRequiresGradient(true);
    if (variable.hasGradient()) {
      NDArray gradient = variable.getGradient();
      Kernels.assign(gradient, gradient.zerosLike());
    }
  }

  private static List<NDArray> variables(Object[] arguments) {
    List<NDArray> variables = new ArrayList<>();
    for (Object argument : arguments) {
      List<?> candidates = argument instanceof List<?> list ? list : List.of(argument);
      for (Object candidate : candidates) {
        if (candidate instanceof NDArray array && array.getDataType() == DataType.FLOAT32) {
          variables.add(array);
        }
      }
    }
    return variables;
  }

  private List<float[]> weights(NDList results) {
    return results.stream()
        .map(result -> normal(result.getShape().getShape()).toFloatArray())
        .toList();
  }

  private NDArray weighted(NDList results, List<float[]> weights) {
    NDArray sum = null;
    for (int k = 0; k < results.size(); k++) {
      NDArray result = results.get(k);
      NDArray part = result.mul(manager.create(weights.get(k), result.getShape())).sum();
      sum = sum == null ? part : sum.add(part);
    }
    return Objects.requireNonNull(sum, "a kernel gives something");
  }

  private double slope(
      NDArray variable, float[] values, int i, float step, Call call, List<float[]> weights) {
    double above = moved(variable, values, i, step, call, weights);
    double below = moved(variable, values, i, -step, call, weights);
    return (above - below) / (2 * step);
  }

  private double moved(
      NDArray variable, float[] values, int i, float by, Call call, List<float[]> weights) {
    float[] moved = values.clone();
    moved[i] += by;
    try (NoGradients quietly = new NoGradients()) {
      Kernels.assign(variable, manager.create(moved, variable.getShape()));
      NDList results = call.run();
      double sum = 0;
      for (int k = 0; k < results.size(); k++) {
        float[] numbers = results.get(k).toFloatArray();
        for (int j = 0; j < numbers.length; j++) {
          sum += (double) numbers[j] * weights.get(k)[j];
        }
      }
      return sum;
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
