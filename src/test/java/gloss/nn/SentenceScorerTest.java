package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import gloss.recipe.SentenceNetworkRecipe;
import org.junit.jupiter.api.Test;

class SentenceScorerTest {
  @Test
  void aTextIsScoredTheSameWhateverStandsBesideIt() {
    Engine.getEngine("PyTorch").setRandomSeed(3);
    SentenceScorer network = new SentenceScorer(new SentenceNetworkRecipe(16, 2, 8, 2, 0.3), 20);
    try (NDManager manager = NDManager.newBaseManager()) {
      network.initialize(manager);
      Pass pass = new Pass(new ParameterStore(manager, false), false);
      float[] alone =
          network
              .apply(
                  pass,
                  manager.create(new long[] {5, 6, 7, 0}, new Shape(1, 2, 2)),
                  manager.create(new boolean[] {true, true}, new Shape(1, 1, 1, 2)),
                  manager.create(new long[] {0, 1}))
              .toFloatArray();
      long[] ids = {9, 8, 4, 9, 9, 9, 9, 9, 9, 5, 6, 0, 7, 0, 0, 0, 0, 0};
      float[] together =
          network
              .apply(
                  pass,
                  manager.create(ids, new Shape(2, 3, 3)),
                  manager.create(
                      new boolean[] {true, true, true, true, true, false}, new Shape(2, 1, 1, 3)),
                  manager.create(new long[] {0, 1, 2, 3, 4}))
              .toFloatArray();
      assertThat(together).hasSize(5);
      assertThat((double) together[3]).isCloseTo(alone[0], within(1e-5));
      assertThat((double) together[4]).isCloseTo(alone[1], within(1e-5));
      assertThat(alone[0]).isNotEqualTo(alone[1]);
    }
  }
}
