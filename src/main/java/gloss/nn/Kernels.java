package gloss.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.ModuleMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of the networks, losses and optimizers: each method is one call into the engine,
 * where the code of {@code kernels.py} runs with gradients.
 *
 * <p>Results belong to the manager of the first array given. Scalars travel by value, never as an
 * array over Java memory.
 */
public final class Kernels {
  private Kernels() {}

  /** Loads the module once; the interpreter's setting is made once in each thread. */
  private static final class Module {
    static final PtSymbolBlock INSTANCE = load();

    static final ThreadLocal<PtSymbolBlock> OF_THREAD =
        ThreadLocal.withInitial(
            () -> {
              ModuleMethod.runAsWritten();
              return INSTANCE;
            });

    private static PtSymbolBlock load() {
      Engine.getEngine("PyTorch");
      return KernelModule.load("kernels.py");
    }
  }

  /** {@code x Wᵀ + b}: x (…, in), weight (out, in), bias (out) or null → (…, out). */
  public static NDArray linear(NDArray x, NDArray weight, @Nullable NDArray bias) {
    return one("linear", x, weight, new Maybe(bias));
  }

  /** Rows of a table times {@code scale}: ids (…), table (rows, size) → (…, size). */
  public static NDArray embed(NDArray ids, NDArray table, double scale) {
    return one("embed", ids, table, scale);
  }

  /** Layer normalisation over the last dimension (Ba et al. 2016). */
  public static NDArray layerNorm(NDArray x, NDArray scale, NDArray shift, double epsilon) {
    return one("layer_norm", x, scale, shift, epsilon);
  }

  /** {@code dropout(max(0, x))}. */
  public static NDArray reluDropout(NDArray x, double rate) {
    return one("relu_dropout", x, rate);
  }

  /** Sets each element to zero with probability {@code rate} and scales the others up. */
  public static NDArray dropout(NDArray x, double rate) {
    return rate == 0 ? x : one("dropout", x, rate);
  }

  /** {@code residual + dropout(x)}. */
  public static NDArray addDropout(NDArray residual, NDArray x, double rate) {
    return one("add_dropout", residual, x, rate);
  }

  /** {@code a + b}, broadcast. */
  public static NDArray add(NDArray a, NDArray b) {
    return one("add", a, b);
  }

  /** Joins two sequences in time: (rows, m, …) and (rows, n, …) → (rows, m + n, …). */
  public static NDArray concatenate(NDArray a, NDArray b) {
    return one("concatenate", a, b);
  }

  /** Chosen entries of the first dimension, in the order given; an entry may come twice. */
  public static NDArray select(NDArray x, NDArray rows) {
    return one("select", x, rows);
  }

  /**
   * Scaled dot-product attention in several heads: {@code softmax(q kᵀ / √depth + mask) v}.
   *
   * @param query (batch, queries, size)
   * @param keyValue (batch, keys, 2 · size), the keys before the values
   * @param mask boolean, broadcast to (batch, heads, queries, keys), true where attention may look;
   *     null for everywhere
   * @param dropout of attention weights
   * @param causal whether query i looks at keys 0…i only; excludes a mask
   * @return (batch, queries, size)
   */
  public static NDArray attention(
      NDArray query,
      NDArray keyValue,
      @Nullable NDArray mask,
      int heads,
      double dropout,
      boolean causal) {
    return one("attention", query, keyValue, new Maybe(mask), heads, dropout, causal);
  }

  /** Chosen rows of all but the last dimension: x (…, size), positions (n) → (n, size). */
  public static NDArray rowsAt(NDArray x, NDArray positions) {
    return one("rows_at", x, positions);
  }

  /**
   * Summed cross-entropy with label smoothing; the smoothed-away mass is spread evenly over the
   * whole vocabulary (Szegedy et al. 2016), as in PyTorch.
   *
   * @param logits (n, classes)
   * @param labels (n), int64
   * @return the loss, a scalar, and the negative log-likelihood without smoothing and gradient
   */
  public static NDList crossEntropy(NDArray logits, NDArray labels, double smoothing) {
    return several("cross_entropy", logits, labels, smoothing);
  }

  /** The largest log-probabilities of each row, best first, and their ids: two (rows, count). */
  public static NDList logSoftmaxTop(NDArray logits, int count) {
    return several("log_softmax_top", logits, count);
  }

  /**
   * Divides summed gradients by {@code count} and scales them down, all together, to a norm of at
   * most {@code clip} (Pascanu et al. 2013).
   *
   * @return the norm after the division and before clipping, a scalar
   */
  public static NDArray scaleGradients(List<NDArray> gradients, double count, double clip) {
    return one("scale_gradients", gradients, count, clip);
  }

  /**
   * One step of Adam, in place, all arrays in one call; see {@code gloss.optim.Adam} for the
   * formula.
   */
  public static void adam(
      List<NDArray> weights, List<NDArray> gradients, AdamMoments moments, AdamNumbers numbers) {
    one(
            "adam_w",
            weights,
            gradients,
            moments.means,
            moments.squares,
            moments.steps,
            numbers.rate,
            numbers.beta1,
            numbers.beta2,
            numbers.decay,
            numbers.epsilon)
        .close();
  }

  /** Adam's memory, one array a weight; {@code steps} are scalars that the call counts up. */
  public record AdamMoments(List<NDArray> means, List<NDArray> squares, List<NDArray> steps) {}

  /** The numbers of an Adam step: learning rate, β₁, β₂, weight decay, ε. */
  public record AdamNumbers(
      double rate, double beta1, double beta2, double decay, double epsilon) {}

  /** Overwrites {@code target} with the values of {@code source}, in place. */
  public static void assign(NDArray target, NDArray source) {
    one("assign", target, source).close();
  }

  /** Sets all elements to zero, in place. */
  public static void zero(List<NDArray> arrays) {
    one("zero", arrays).close();
  }

  /** An array or nothing, where the kernel takes an optional tensor. */
  private record Maybe(@Nullable NDArray array) {}

  /** Calls a kernel that gives one array. */
  private static NDArray one(String kernel, Object... arguments) {
    try (IValue result = call(kernel, arguments)) {
      return result.toTensor(manager(arguments[0]));
    }
  }

  /** Calls a kernel that gives a list of arrays. */
  private static NDList several(String kernel, Object... arguments) {
    try (IValue result = call(kernel, arguments)) {
      return new NDList(result.toTensorArray(manager(arguments[0])));
    }
  }

  private static PtNDManager manager(Object first) {
    NDArray array = first instanceof NDArray a ? a : (NDArray) ((List<?>) first).get(0);
    return (PtNDManager) array.getManager();
  }

  private static IValue call(String kernel, Object[] arguments) {
    List<IValue> values = new ArrayList<>(arguments.length);
    try {
      for (Object argument : arguments) {
        values.add(value(argument));
      }
      return ModuleMethod.run(Module.OF_THREAD.get(), kernel, values.toArray(IValue[]::new));
    } finally {
      values.forEach(IValue::close);
    }
  }

  private static IValue value(Object argument) {
    if (argument instanceof NDArray array) {
      return IValue.from((PtNDArray) array);
    } else if (argument instanceof Maybe maybe) {
      return maybe.array == null
          ? ModuleMethod.run(Module.INSTANCE, "nothing")
          : IValue.from((PtNDArray) maybe.array);
    } else if (argument instanceof Integer number) {
      return IValue.from(number.longValue());
    } else if (argument instanceof Double number) {
      return IValue.from(number);
    } else if (argument instanceof Boolean flag) {
      return IValue.from(flag);
    } else if (argument instanceof List<?> list) {
      return IValue.listFrom(list.toArray(PtNDArray[]::new));
    }
    throw new IllegalArgumentException("no kernel argument: " + argument);
  }
}
