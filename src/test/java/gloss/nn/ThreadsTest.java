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

  @Test
  void smallStepsTakeOneThreadUntilTheyAreOver() {
    int all = Threads.count();
    try (Threads.Scope large = Threads.forSteps(1L << 30)) {
      assertThat(Threads.count()).isEqualTo(all);
      try (Threads.Scope small = Threads.forSteps(1000)) {
        assertThat(Threads.count()).isEqualTo(1);
      }
      assertThat(Threads.count()).isEqualTo(all);
    }
    assertThat(Threads.count()).isEqualTo(all);
  }
}
