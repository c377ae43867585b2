package gloss.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import gloss.nn.EncoderDecoder;
import gloss.nn.Kernels;
import gloss.nn.Pass;
import gloss.nn.Transformer;
import gloss.recipe.Norm;
import gloss.recipe.Positions;
import gloss.recipe.Tie;
import gloss.recipe.TransformerRecipe;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decoding step by step must give what teacher forcing gives in one go. */
class NetworkTokensTest {
  private static final int VOCABULARY = 9;
  private static final int[] TARGET = {2, 5, 8, 4, 4};

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private Transformer network(Norm norm, Positions positions) {
    Engine.getEngine("PyTorch").setRandomSeed(3);
    Transformer network =
        new Transformer(
            new TransformerRecipe(16, 4, 24, 2, 2, norm, positions, Tie.OUTPUT, 0.3, 0.3, 0.3),
            7,
            VOCABULARY,
            12);
    network.initialize(manager);
    return network;
  }

  private static Pass pass(NDManager scope) {
    return new Pass(new ParameterStore(scope, false), false);
  }

  /** Two sources, the second with padding. */
  private NDArray source() {
    return manager.create(new long[] {4, 5, 6, 3, 6, 3, 0, 0}, new Shape(2, 4));
  }

  private NDArray mask() {
    return manager.create(
        new boolean[] {true, true, true, true, true, true, false, false}, new Shape(2, 1, 1, 4));
  }

  /** Log-probabilities by [row][position][token] when {@link #TARGET} is read at once. */
  private double[][][] forced(Transformer network) {
    int length = TARGET.length;
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = pass(scope);
      EncoderDecoder.Memory memory = network.encode(pass, source(), mask());
      long[] both = new long[2 * length];
      for (int i = 0; i < both.length; i++) {
        both[i] = TARGET[i % length];
      }
      long[] positions = new long[both.length];
      Arrays.setAll(positions, i -> i);
      NDArray logits =
          network.logits(
              pass, memory, scope.create(both, new Shape(2, length)), scope.create(positions));
      float[] flat = logits.logSoftmax(-1).toFloatArray();
      double[][][] expected = new double[2][length][VOCABULARY];
      for (int i = 0; i < flat.length; i++) {
        expected[i / VOCABULARY / length][i / VOCABULARY % length][i % VOCABULARY] = flat[i];
      }
      return expected;
    }
  }

  private NetworkTokens tokens(Transformer network, NDManager scope) {
    NetworkTokens.Sources sources = new NetworkTokens.Sources(source(), mask(), new int[] {4, 2});
    return new NetworkTokens(List.of(network), pass(scope), scope, sources, VOCABULARY);
  }

  private static Question best(int count) {
    return new Question(count, 1, null);
  }

  private static void assertRow(NextTokens.Answer top, int row, double[] expected) {
    assertThat(top.count()).isEqualTo(VOCABULARY);
    for (int k = 0; k < VOCABULARY; k++) {
      int at = row * VOCABULARY + k;
      assertThat((double) top.logProbabilities()[at])
          .isCloseTo(expected[top.tokens()[at]], within(1e-4));
      assertThat(k == 0 || top.logProbabilities()[at] <= top.logProbabilities()[at - 1]).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void stepsWithACacheAgreeWithTeacherForcing(Norm norm) {
    for (Positions positions : Positions.values()) {
      Transformer network = network(norm, positions);
      double[][][] expected = forced(network);
      try (NDManager scope = manager.newSubManager();
          NetworkTokens tokens = tokens(network, scope)) {
        for (int step = 0; step < TARGET.length; step++) {
          NextTokens.Answer top = tokens.next(new int[] {TARGET[step], TARGET[step]}, best(100));
          assertRow(top, 0, expected[0][step]);
          assertRow(top, 1, expected[1][step]);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void selectedRowsTakeTheirPastWithThem(Norm norm) {
    Transformer network = network(norm, Positions.SINUSOIDAL);
    double[][][] expected = forced(network);
    try (NDManager scope = manager.newSubManager();
        NetworkTokens tokens = tokens(network, scope)) {
      tokens.next(new int[] {TARGET[0], TARGET[0]}, best(VOCABULARY));
      tokens.select(new int[] {1, 0, 1});
      NextTokens.Answer top =
          tokens.next(new int[] {TARGET[1], TARGET[1], TARGET[1]}, best(VOCABULARY));
      assertRow(top, 0, expected[1][1]);
      assertRow(top, 1, expected[0][1]);
      assertRow(top, 2, expected[1][1]);
      tokens.select(new int[] {2});
      assertRow(tokens.next(new int[] {TARGET[2]}, best(VOCABULARY)), 0, expected[1][2]);
    }
  }

  /** Log-probabilities among some tokens, whatever the other source may choose from. */
  private static void assertAmong(
      NextTokens.Answer top, int row, double[] all, List<Integer> candidates) {
    double sum = candidates.stream().mapToDouble(token -> Math.exp(all[token])).sum();
    for (int k = 0; k < top.count(); k++) {
      int at = row * top.count() + k;
      if (k < candidates.size()) {
        int token = top.tokens()[at];
        assertThat(candidates).contains(token);
        assertThat((double) top.logProbabilities()[at])
            .isCloseTo(all[token] - Math.log(sum), within(1e-4));
      } else {
        assertThat(top.logProbabilities()[at]).isEqualTo(Float.NEGATIVE_INFINITY);
      }
    }
  }

  @Test
  void eachSourceChoosesAmongItsOwnCandidates() {
    Transformer network = network(Norm.PRE, Positions.SINUSOIDAL);
    double[][][] expected = forced(network);
    List<List<Integer>> candidates = List.of(List.of(1, 3, 5, 8), List.of(3, 4, 8));
    try (NDManager scope = manager.newSubManager();
        NetworkTokens tokens = tokens(network, scope)) {
      tokens.choosingAmong(
          candidates.stream()
              .map(some -> some.stream().mapToInt(Integer::intValue).toArray())
              .toList());
      Question asking = best(100);
      new Question.Row(asking, 0).ban(2);
      new Question.Row(asking, 1).ask(4);
      NextTokens.Answer top = tokens.next(new int[] {TARGET[0], TARGET[0]}, asking);
      assertThat(top.count()).isEqualTo(5);
      assertAmong(top, 0, expected[0][0], candidates.get(0));
      assertAmong(top, 1, expected[1][0], candidates.get(1));
      assertThat(top.asked()).hasSize(1);
      tokens.select(new int[] {1, 1});
      top = tokens.next(new int[] {TARGET[1], TARGET[1]}, best(3));
      assertAmong(top, 0, expected[1][1], candidates.get(1));
      assertAmong(top, 1, expected[1][1], candidates.get(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void decodingHoldsNoMemoryAfterItIsClosed(Norm norm) {
    Transformer network = network(norm, Positions.SINUSOIDAL);
    try (NDManager scope = manager.newSubManager()) {
      NetworkTokens tokens = tokens(network, scope);
      tokens.next(new int[] {TARGET[0], TARGET[0]}, best(2));
      tokens.close();
      assertThat(scope.getManagedArrays()).isEmpty();
      assertThat(Kernels.select(source(), scope.create(new long[] {0})).getShape())
          .isEqualTo(new Shape(1, 4));
    }
  }
}
