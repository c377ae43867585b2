package gloss.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MakersTest {
  private static final Makers<ScheduleRecipe, String> MAKERS =
      new Makers<ScheduleRecipe, String>()
          .with(ScheduleRecipe.Constant.class, recipe -> "constant after " + recipe.warmup());

  @Test
  void aRecordFindsItsMaker() {
    assertThat(MAKERS.make(new ScheduleRecipe.Constant(Extent.steps(5))))
        .isEqualTo("constant after 5 steps");
  }

  @Test
  void aRecordWithoutAMakerIsAMistakeOfTheProgram() {
    assertThatThrownBy(() -> MAKERS.make(new ScheduleRecipe.InverseSqrt(Extent.steps(5))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("nothing is made of ");
  }
}
