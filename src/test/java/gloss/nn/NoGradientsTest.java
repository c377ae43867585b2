package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class NoGradientsTest {
  @Test
  void holdsInAnyThreadAndEndsWithTheScope() throws InterruptedException, ExecutionException {
    Engine.getEngine("PyTorch");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      thread
          .submit(
              () -> {
                boolean before = JniUtils.isGradMode();
                try (NoGradients outer = new NoGradients()) {
                  assertThat(outer).isNotNull();
                  assertThat(JniUtils.isGradMode()).isFalse();
                  new NoGradients().close();
                  assertThat(JniUtils.isGradMode()).isFalse();
                }
                assertThat(JniUtils.isGradMode()).isEqualTo(before);
              })
          .get();
    } finally {
      thread.shutdownNow();
    }
  }
}
