package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  @Test
  void theEngineHasAtLeastOneAndNotMoreThanAsked() {
    assertThat(Threads.count()).isPositive();
    String asked = System.getenv("OMP_NUM_THREADS");
    if (asked != null) {
      assertThat(Threads.count()).isEqualTo(Integer.parseInt(asked));
    }
  }

  @Test
  void whatIsDoneApartIsDoneOnAnotherThreadAndFailsAsItself() throws IOException {
    assertThat(Threads.apart(Thread::currentThread)).isNotSameAs(Thread.currentThread());
    for (Exception failure : List.of(new IOException("a"), new InputException("b"))) {
      assertThatThrownBy(() -> Threads.apart(() -> fail(failure))).isSameAs(failure);
    }
    Error error = new AssertionError("c");
    assertThatThrownBy(
            () ->
                Threads.apart(
                    () -> {
                      throw error;
                    }))
        .isSameAs(error);
  }

  private static int fail(Exception failure) throws IOException {
    if (failure instanceof IOException checked) {
      throw checked;
    }
    throw (RuntimeException) failure;
  }

  @Test
  void anInterruptionIsKeptForLater() throws IOException {
    Thread.currentThread().interrupt();
    assertThat(Threads.<Integer>apart(() -> 1)).isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
  }
}
