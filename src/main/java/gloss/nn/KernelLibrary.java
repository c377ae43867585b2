package gloss.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.ModuleMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions written in TorchScript, called with gradients: one call into the engine each.
 *
 * <p>A package that computes has a text of such functions in its resources, and one class with a
 * documented method for each of them. Arguments are arrays, lists of arrays, {@link
 * #optional(NDArray) optional} arrays, {@code int}, {@code double}, {@code boolean}, {@code
 * long[]}, {@code double[]}. Results belong to the manager of the first array given. Scalars travel
 * by value, never as an array over Java memory.
 */
public final class KernelLibrary {
  private final Class<?> owner;
  private final String resource;
  private final ThreadLocal<PtSymbolBlock> ofThread =
      ThreadLocal.withInitial(
          () -> {
            PtSymbolBlock loaded = module();
            ModuleMethod.runAsWritten();
            return loaded;
          });
  private @Nullable PtSymbolBlock module;

  /**
   * A library that is loaded when it is first used.
   *
   * @param owner beside whose class file the text stands
   * @param resource name of the text: one method for each function, indented by two spaces
   */
  public KernelLibrary(Class<?> owner, String resource) {
    this.owner = owner;
    this.resource = resource;
  }

  private synchronized PtSymbolBlock module() {
    if (module == null) {
      Engine.getEngine("PyTorch");
      module = KernelModule.load(owner, resource);
    }
    return module;
  }

  /** An argument where the function takes an optional tensor. */
  public static Object optional(@Nullable NDArray array) {
    return new Maybe(array);
  }

  /** An array or nothing, where the kernel takes an optional tensor. */
  private record Maybe(@Nullable NDArray array) {}

  /** Calls a kernel that gives one array. */
  public NDArray one(String kernel, Object... arguments) {
    try (IValue result = call(kernel, arguments)) {
      return result.toTensor(manager(arguments[0]));
    }
  }

  /** Calls a kernel that gives a list of arrays. */
  public NDList several(String kernel, Object... arguments) {
    try (IValue result = call(kernel, arguments)) {
      return new NDList(result.toTensorArray(manager(arguments[0])));
    }
  }

  /** Calls a kernel that gives a real number. */
  public double real(String kernel, Object... arguments) {
    try (IValue result = call(kernel, arguments)) {
      return result.toDouble();
    }
  }

  /** Calls a kernel that gives a whole number. */
  long number(String kernel, Object... arguments) {
    try (IValue result = call(kernel, arguments)) {
      return result.toLong();
    }
  }

  /**
   * A list of arrays that is an argument of many calls: making one anew takes as long as a small
   * kernel. It holds the arrays' memory, also when they themselves are closed.
   */
  public Kept kept(List<NDArray> arrays) {
    return new Kept(IValue.listFrom(arrays.toArray(PtNDArray[]::new)));
  }

  /** An argument that lives until it is closed. */
  public static final class Kept implements AutoCloseable {
    private final IValue value;
    private @Nullable NDManager owner;

    private Kept(IValue value) {
      this.value = value;
    }

    /** It is closed with the manager, if it is still open then. */
    public Kept attachedTo(NDManager manager) {
      owner = manager;
      manager.attachInternal(value.getUid(), value);
      return this;
    }

    @Override
    public void close() {
      if (owner != null) {
        owner.detachInternal(value.getUid());
      }
      value.close();
    }
  }

  private static PtNDManager manager(Object first) {
    NDArray array = first instanceof NDArray a ? a : (NDArray) ((List<?>) first).get(0);
    return (PtNDManager) array.getManager();
  }

  private IValue call(String kernel, Object[] arguments) {
    IValue[] values = new IValue[arguments.length];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = value(arguments[i]);
      }
      return ModuleMethod.run(ofThread.get(), kernel, values);
    } finally {
      for (int i = 0; i < values.length; i++) {
        if (values[i] != null && !(arguments[i] instanceof Kept)) {
          values[i].close();
        }
      }
    }
  }

  private IValue value(Object argument) {
    if (argument instanceof NDArray array) {
      return IValue.from((PtNDArray) array);
    } else if (argument instanceof Maybe maybe) {
      return maybe.array == null
          ? ModuleMethod.run(ofThread.get(), "nothing")
          : IValue.from((PtNDArray) maybe.array);
    } else if (argument instanceof Kept kept) {
      return kept.value;
    } else if (argument instanceof Integer number) {
      return IValue.from(number.longValue());
    } else if (argument instanceof Double number) {
      return IValue.from(number);
    } else if (argument instanceof Boolean flag) {
      return IValue.from(flag);
    } else if (argument instanceof double[] numbers) {
      return IValue.listFrom(numbers);
    } else if (argument instanceof long[] numbers) {
      return IValue.listFrom(numbers);
    } else if (argument instanceof List<?> list) {
      return IValue.listFrom(list.toArray(PtNDArray[]::new));
    }
    throw new IllegalArgumentException("no kernel argument: " + argument);
  }
}
