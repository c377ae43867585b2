package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;

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
}
