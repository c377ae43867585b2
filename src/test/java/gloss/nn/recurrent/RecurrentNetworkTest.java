package gloss.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import gloss.nn.DecoderState;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.nn.SampleBatch;
import gloss.recipe.AttentionScore;
import gloss.recipe.Cell;
import gloss.recipe.RecurrentRecipe;
import gloss.recipe.Tie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What recurrent networks have and other networks have not. */
class RecurrentNetworkTest {
  private static final int SIZE = 6;
  private static final int WORDS = 11;

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
    Engine.getInstance().setRandomSeed(1);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  static List<Arguments> recipes() {
    List<Arguments> recipes = new ArrayList<>();
    for (Cell cell : Cell.values()) {
      for (AttentionScore score : AttentionScore.values()) {
        for (Tie tie : Tie.values()) {
          boolean bothWays = tie != Tie.OUTPUT;
          boolean feeding = tie != Tie.NONE;
          recipes.add(
              Arguments.of(
                  new RecurrentRecipe(cell, SIZE, 2, 3, bothWays, score, feeding, tie, 0.1)));
        }
      }
    }
    return recipes;
  }

  private RecurrentNetwork network(RecurrentRecipe recipe) {
    RecurrentNetwork network = new RecurrentNetwork(recipe, WORDS, WORDS);
    network.initialize(manager);
    return network;
  }

  private static long layer(RecurrentRecipe recipe, long in, long size) {
    int gates = recipe.cell() == Cell.LSTM ? 4 : 3;
    return gates * (in * size + size * size + 2 * size);
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void theNumberOfParametersIsThatOfTheFormula(RecurrentRecipe recipe) {
    long embedding = (long) WORDS * SIZE;
    long embeddings =
        switch (recipe.tie()) {
          case ALL -> embedding;
          case OUTPUT -> 2 * embedding;
          case NONE -> 3 * embedding + WORDS;
        };
    long encoder =
        recipe.bidirectional() ? 4 * layer(recipe, SIZE, SIZE / 2) : 2 * layer(recipe, SIZE, SIZE);
    long first = layer(recipe, recipe.inputFeeding() ? 2 * SIZE : SIZE, SIZE);
    long decoder = first + 2 * layer(recipe, SIZE, SIZE);
    long states = 3L * (recipe.cell() == Cell.LSTM ? 2 : 1) * SIZE;
    long firstState = states * SIZE + states;
    long score =
        switch (recipe.attention()) {
          case DOT -> 0;
          case GENERAL -> SIZE * SIZE;
          case ADDITIVE -> 2 * SIZE * SIZE + SIZE;
        };
    long attention = score + 2 * SIZE * SIZE + SIZE;
    assertThat(Parameters.count(network(recipe)))
        .isEqualTo(embeddings + encoder + decoder + firstState + attention);
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void attentionThatIsWatchedLooksAtNoPadding(RecurrentRecipe recipe) {
    RecurrentNetwork network = network(recipe);
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = new Pass(new ParameterStore(scope, false), false);
      SampleBatch source = SampleBatch.of(scope, 4, 0, new long[] {4, 5, 6, 3}, new long[] {7, 3});
      NDArray token = scope.create(new long[] {2, 2}, new Shape(2, 1));
      try (DecoderState state =
          network.start(pass, scope, network.encode(pass, source.ids(), source.mask()))) {
        network.step(pass, state, token);
        assertThat(state.attention()).isEmpty();
        state.watchAttention();
        for (int step = 0; step < 2; step++) {
          network.step(pass, state, token);
          NDArray attention = state.attention().orElseThrow();
          assertThat(attention.getShape()).isEqualTo(new Shape(2, 4));
          float[] looks = attention.toFloatArray();
          assertThat(looks[0] + looks[1] + looks[2] + looks[3]).isCloseTo(1, within(1e-5f));
          assertThat(looks[4] + looks[5]).isCloseTo(1, within(1e-5f));
        }
      }
    }
  }

  @Test
  void theForgetGateOfAnLstmIsOpenAtFirstAndParametersHaveReadableNames() {
    RecurrentRecipe recipe =
        new RecurrentRecipe(Cell.LSTM, 2, 1, 1, true, AttentionScore.ADDITIVE, true, Tie.ALL, 0);
    var parameters = Parameters.of(network(recipe));
    assertThat(parameters.get("decoder.layer.0.input-bias").getArray().toFloatArray())
        .containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
    assertThat(parameters.keySet())
        .contains(
            "target-embedding.weight",
            "encoder.forward.0.input-weight",
            "encoder.backward.0.hidden-weight",
            "decoder.first-state",
            "decoder.attention.query",
            "decoder.attention.energy");
  }
}
