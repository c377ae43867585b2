package ai.djl.pytorch.jni;

import ai.djl.pytorch.engine.PtSymbolBlock;

/**
 * Runs a method of a TorchScript module so that gradients flow through it.
 *
 * <p>{@link IValueUtils#runMethod} always runs without gradients, and {@link IValueUtils#forward}
 * takes tensors only; the native call does both. It is reachable from this package alone, hence
 * this class stands here.
 */
public final class ModuleMethod {
  private ModuleMethod() {}

  /** Calls {@code method}; the caller closes the arguments and the result. */
  public static IValue run(PtSymbolBlock module, String method, IValue... arguments) {
    long[] handles = new long[arguments.length];
    for (int i = 0; i < handles.length; i++) {
      handles[i] = arguments[i].getHandle();
    }
    boolean training = true;
    boolean separateStream = false;
    return new IValue(
        PyTorchLibrary.LIB.moduleRunMethod(
            module.getHandle(), method, handles, training, separateStream));
  }

  /** Gives each method's graph to the interpreter as it is written; holds for this thread. */
  public static void runAsWritten() {
    JniUtils.setGraphExecutorOptimize(false);
  }
}
