package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.recipe.Elapsed;
import gloss.recipe.Extent;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StoppingTest {
  private static Stopping until(int patience, String... extents) {
    return new Stopping(Arrays.stream(extents).map(Extent::parse).toList(), patience);
  }

  private static Progress at(long step, int epoch, double seconds, int stale) {
    return at(step, epoch, seconds, stale, 0);
  }

  private static Progress at(long step, int epoch, double seconds, int stale, double reserve) {
    return new Progress(
        new Elapsed(step, epoch - 1, 100 * step, seconds),
        epoch,
        0,
        new Progress.Best(1, 1),
        new Progress.Best(1, 1),
        stale,
        0,
        0,
        false,
        1,
        reserve);
  }

  @Test
  void tokensAreCounted() {
    assertThat(until(0, "1000 tokens").isOver(at(9, 1, 0, 0))).isFalse();
    assertThat(until(0, "1000 tokens").isOver(at(10, 1, 0, 0))).isTrue();
  }

  @Test
  void theTimeOfTheLastValidationIsKeptBack() {
    assertThat(until(0, "1m").isOver(at(9, 1, 49.9, 0, 10))).isFalse();
    assertThat(until(0, "1m").isOver(at(9, 1, 50, 0, 10))).isTrue();
    assertThat(until(0, "10 steps").isOver(at(9, 1, 50, 0, 10))).isFalse();
  }

  @Test
  void onlyATimeHasAHalf() {
    assertThat(until(0, "10 steps", "1m").isHalfOfTimeOver(at(9, 1, 29.9, 0))).isFalse();
    assertThat(until(0, "10 steps", "1m").isHalfOfTimeOver(at(9, 1, 30, 0))).isTrue();
    assertThat(until(0, "10 steps").isHalfOfTimeOver(at(9, 1, 1e9, 0))).isFalse();
  }

  @Test
  void stepsAreCounted() {
    assertThat(until(0, "10 steps").isOver(at(9, 99, 1e9, 0))).isFalse();
    assertThat(until(0, "10 steps").check(at(10, 1, 0, 0), false))
        .isEqualTo(new Stop(true, "trained for 10 steps"));
  }

  @Test
  void anEpochIsOverWhenTheNextBegins() {
    assertThat(until(0, "2 epochs").isOver(at(1000, 2, 0, 0))).isFalse();
    assertThat(until(0, "2 epochs").isOver(at(1000, 3, 0, 0))).isTrue();
  }

  @Test
  void timeIsThatOfAllRuns() {
    assertThat(until(0, "1 minute").isOver(at(1, 1, 59.9, 0))).isFalse();
    assertThat(until(0, "1 minute").isOver(at(1, 1, 60, 0))).isTrue();
    assertThat(until(0, "2 hours").isOver(at(1, 1, 7199, 0))).isFalse();
    assertThat(until(0, "2 hours").isOver(at(1, 1, 7200, 0))).isTrue();
  }

  @Test
  void theFirstOfSeveralExtentsEndsIt() {
    Stopping stopping = until(0, "10 steps", "1 epoch");
    assertThat(stopping.check(at(5, 2, 0, 0), false))
        .isEqualTo(new Stop(true, "trained for 1 epoch"));
    assertThat(stopping.check(at(5, 1, 0, 99), false)).isNull();
  }

  @Test
  void patienceEnds() {
    assertThat(until(3, "10 steps").check(at(5, 1, 0, 2), false)).isNull();
    assertThat(until(3, "10 steps").check(at(5, 1, 0, 3), false))
        .isEqualTo(new Stop(true, "no better in 3 validations"));
  }

  @Test
  void anInterruptionDoesNotCountAsTheEndUnlessItIs() {
    assertThat(until(0, "10 steps").check(at(5, 1, 0, 0), true))
        .isEqualTo(new Stop(false, "interrupted"));
    assertThat(until(0, "10 steps").check(at(10, 1, 0, 0), true))
        .isEqualTo(new Stop(true, "trained for 10 steps"));
  }
}
