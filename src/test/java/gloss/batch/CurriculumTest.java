package gloss.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gloss.recipe.CurriculumRecipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurriculumTest {
  private static CurriculumRecipe recipe(int epochs, double start) {
    return new CurriculumRecipe(epochs, start, CurriculumRecipe.Difficulty.LENGTH);
  }

  private static SequencePairs pairs(int... lengths) {
    int[][] sources = Arrays.stream(lengths).mapToObj(int[]::new).toArray(int[][]::new);
    return SequencePairs.of(sources, new int[lengths.length][1]);
  }

  private static Curriculum byLength(int epochs, double start) {
    return new Curriculum(recipe(epochs, start), source -> source.length);
  }

  @Test
  void competenceGrowsAsInThePaper() {
    Curriculum curriculum = byLength(4, 0.1);
    assertThat(curriculum.competence(1)).isCloseTo(0.1, within(1e-12));
    // √(2 · 0.99 / 4 + 0.01)
    assertThat(curriculum.competence(3)).isCloseTo(0.71063352017759, within(1e-12));
    assertThat(curriculum.competence(5)).isEqualTo(1);
    assertThat(curriculum.competence(100)).isEqualTo(1);
  }

  @Test
  void theEasiestComeFirstAndKeepTheirOrder() {
    SequencePairs all = pairs(5, 1, 9, 3, 2, 8, 7, 4, 6, 10);
    SequencePairs some = byLength(10, 0.4).apply(all, 1);
    assertThat(some.sourceLengths()).containsExactly(2, 4, 3, 5);
    assertThat(some.lines()).containsExactly(2, 4, 5, 8);
    assertThat(byLength(10, 0.4).apply(all, 11)).isSameAs(all);
    assertThat(byLength(0, 0.4).apply(all, 1)).isSameAs(all);
  }

  @Property(tries = 100)
  void noPairLeftOutIsEasierThanOneThatIsThere(
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll @IntRange(min = 1, max = 6) int epoch) {
    Random random = new Random(size);
    SequencePairs all = pairs(random.ints(size, 0, 30).toArray());
    SequencePairs some = byLength(5, 0.05).apply(all, epoch);
    assertThat(some.size()).isPositive();
    int hardest = Arrays.stream(some.sourceLengths()).max().orElseThrow();
    int[] lines = some.lines();
    IntStream.range(0, size)
        .filter(i -> Arrays.binarySearch(lines, i + 1) < 0)
        .forEach(i -> assertThat(all.sourceLengths()[i]).isGreaterThanOrEqualTo(hardest));
  }

  @Test
  void rareWordsAreDifficult(@TempDir Path folder) throws IOException {
    int[][] sources = {{7, 7, 7}, {9}, {7, 8}, {8}};
    PairFile file =
        PairFile.write(
            folder.resolve("pairs"),
            10,
            "identity",
            sink -> sink.add(SequencePairs.of(sources, new int[4][1])));
    try (file) {
      CurriculumRecipe rarity = new CurriculumRecipe(9, 0.3, CurriculumRecipe.Difficulty.RARITY);
      // p: 4/7, 2/7 and 1/7; so 1.68, 1.95, 1.81 and 1.25.
      assertThat(Curriculum.of(rarity, file).apply(SequencePairs.of(sources, sources), 1).lines())
          .containsExactly(1, 4);
    }
  }
}
