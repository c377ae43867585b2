package gloss.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {
  private static final Path FILE = Path.of("models", "tiny", "recipe.yaml");
  private static final String SMALLEST =
      """
      task: translation
      data:
        corpus: ../../corpora/tiny
        source: en
        target: fr
      """;

  @TempDir Path folder;

  @Test
  void theSmallestRecipeHasEveryDefault() {
    TranslationRecipe recipe = (TranslationRecipe) Recipe.parse(SMALLEST, FILE);
    assertThat(recipe.name()).isEqualTo("tiny");
    assertThat(recipe.data().corpus()).contains(Path.of("corpora/tiny").toAbsolutePath());
    assertThat(recipe.subwords()).isEqualTo(new SubwordRecipe(2000, true, 0));
    assertThat(recipe.network()).isInstanceOf(TransformerRecipe.class);
    assertThat(recipe.loss()).isEqualTo(new LossRecipe.CrossEntropy(0.1));
    assertThat(recipe.training().optimizer())
        .isEqualTo(new OptimizerRecipe.AdamW(0.001, 0.9, 0.98, 1e-9, 0));
    assertThat(recipe.training().schedule()).isEqualTo(new ScheduleRecipe.InverseSqrt(400));
    assertThat(recipe.training().until()).containsExactly(new Extent(20, Extent.Unit.EPOCH));
  }

  @Test
  void prints() {
    System.out.println(Recipe.parse(SMALLEST, FILE).commented());
    System.out.println(Recipe.parse(SMALLEST, FILE).toYaml());
  }
}
