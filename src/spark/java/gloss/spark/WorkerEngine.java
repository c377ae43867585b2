package gloss.spark;

import ai.djl.engine.Engine;

/** The tensor engine of a worker: its native library is unpacked and loaded there. */
final class WorkerEngine {
  private WorkerEngine() {}

  /**
   * Loads it, if that has not been done.
   *
   * @throws ClusterFailure if this worker cannot
   */
  static void load() {
    try {
      Engine.getInstance();
    } catch (RuntimeException | LinkageError e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new ClusterFailure(
          "this worker cannot load PyTorch's native library, which is that of the driver's"
              + " platform and is unpacked into a folder of its own (DJL_CACHE_DIR): "
              + String.valueOf(cause).strip().lines().findFirst().orElse(""));
    }
  }
}
