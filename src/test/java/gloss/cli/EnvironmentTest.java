package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private static final String TWO_CORES_WITH_TWO_THREADS_EACH =
      """
      processor\t: 0
      physical id\t: 0
      core id\t\t: 0
      flags\t\t: fpu avx2 avx512f avx512_bf16

      processor\t: 1
      physical id\t: 0
      core id\t\t: 1
      flags\t\t: fpu avx2 avx512f avx512_bf16

      processor\t: 2
      physical id\t: 0
      core id\t\t: 0
      flags\t\t: fpu avx2 avx512f avx512_bf16

      processor\t: 3
      physical id\t: 0
      core id\t\t: 1
      flags\t\t: fpu avx2 avx512f avx512_bf16
      """;

  @Test
  void twoThreadsOfACoreAreOneCore() {
    assertThat(Environment.physicalCores(TWO_CORES_WITH_TWO_THREADS_EACH)).isEqualTo(2);
  }

  @Test
  void precisionsAreWholeWords() {
    assertThat(Environment.precision(TWO_CORES_WITH_TWO_THREADS_EACH))
        .isEqualTo("avx2 yes, avx512f yes, avx512_bf16 yes, amx_bf16 no");
    assertThat(Environment.precision("flags\t: avx2_like")).startsWith("avx2 no");
  }

  @Test
  void withoutCpuInfoItIsUnknown() {
    assertThat(Environment.physicalCores("")).isZero();
    assertThat(Environment.precision("")).isEqualTo("unknown");
  }
}
