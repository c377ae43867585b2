package gloss.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import gloss.batch.SequenceBatch;
import gloss.batch.SequencePairs;
import gloss.loss.CrossEntropy;
import gloss.loss.LossSum;
import gloss.nn.Kernels;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.nn.Transformer;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.Norm;
import gloss.recipe.Positions;
import gloss.recipe.Precision;
import gloss.recipe.RewardRecipe;
import gloss.recipe.RewardTerm;
import gloss.recipe.RiskRecipe;
import gloss.recipe.Tie;
import gloss.recipe.TransformerRecipe;
import gloss.subword.Subwords;
import gloss.yaml.RecordReader;
import gloss.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients and sums of the objectives of whole outputs, on a network without dropout. */
class RiskObjectiveTest {
  private static final String[] SOURCES = {"a b c", "b c d a", "d", "c a b d", "a a"};
  private static final String[] TARGETS = {"e f g", "f g h e", "h", "g e f h", "e e"};

  private final Subwords subwords = Subwords.learn(List.of("a b c d e f g h"), 4);
  private NDManager manager;
  private SequenceModel model;
  private SequencePairs pairs;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
    int words = subwords.vocabulary().size();
    Transformer network =
        new Transformer(
            new TransformerRecipe(
                8, 2, 8, 1, 1, Norm.PRE, Positions.SINUSOIDAL, Tie.OUTPUT, 0, 0, 0),
            words,
            words,
            40);
    Engine.getInstance().setRandomSeed(3);
    network.initialize(manager);
    DecodingRecipe decoding = read(DecodingRecipe.class, "length: {max-ratio: 1, max-extra: 3}");
    model = new SequenceModel(network, Wording.of(subwords), decoding, 38);
    pairs = pairs(SOURCES, TARGETS);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private static <T> T read(Class<T> type, String yaml) {
    return new RecordReader(path -> path).read(type, YamlFile.parse(yaml, "recipe.yaml"));
  }

  private SequencePairs pairs(String[] sources, String[] targets) {
    return SequencePairs.of(encode(sources), encode(targets));
  }

  private int[][] encode(String[] lines) {
    return java.util.Arrays.stream(lines).map(subwords::encode).toArray(int[][]::new);
  }

  private static Reward reward() {
    return Reward.of(List.of(RewardTerm.parse("rouge1")), new RewardRecipe("add-k", false, false));
  }

  private Objective risk(String yaml) {
    TokenObjective tokens = new TokenObjective(model.network(), new CrossEntropy(0));
    return Objectives.of(
        read(gloss.recipe.ObjectiveRecipe.class, "risk: " + yaml), model, tokens, 7);
  }

  /** Writes the targets, and the sources: with log-probabilities as the network has them now. */
  private Writer fixed() {
    ReferenceWriter writer = new ReferenceWriter(model.network());
    return (scope, some, step) -> {
      List<List<Output>> targets = writer.write(scope, some, step);
      List<List<Output>> sources =
          writer.write(
              scope, new SequencePairs(some.sources(), some.sources(), some.lines()), step);
      List<List<Output>> both = new ArrayList<>();
      for (int i = 0; i < some.size(); i++) {
        both.add(List.of(targets.get(i).get(0), sources.get(i).get(0)));
      }
      return both;
    };
  }

  /** The value, and with it the gradient of each weight. */
  private LossSum evaluate(
      Objective objective, SequencePairs some, Map<String, float[]> gradients) {
    try (NDManager scope = NDManager.newBaseManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      Pass pass = new Pass(new ParameterStore(scope, false), true, Precision.FP32, 5);
      LossSum loss = objective.of(pass, scope, SequenceBatch.of(some, SequenceModel.SPECIALS));
      collector.backward(loss.sum());
      Parameters.of(model.network())
          .forEach(
              (name, parameter) -> {
                try (NDArray gradient = parameter.getArray().getGradient()) {
                  gradients.put(name, gradient.toFloatArray());
                  gradient.muli(0);
                }
              });
      return loss;
    }
  }

  private LossSum evaluate(Objective objective, SequencePairs some) {
    return evaluate(objective, some, new LinkedHashMap<>());
  }

  @Test
  void theGradientIsThatOfTheRiskDividedByAlpha() {
    double alpha = 0.5;
    Objective objective =
        new RiskObjective(
            model,
            new RiskMethod(fixed(), 2, (r, logs) -> Credit.minimumRisk(alpha, r, logs)),
            reward());
    Map<String, float[]> gradients = new LinkedHashMap<>();
    evaluate(objective, pairs, gradients);
    float step = 1e-2f;
    int checked = 0;
    for (Map.Entry<String, float[]> one : gradients.entrySet()) {
      NDArray weight = Parameters.of(model.network()).get(one.getKey()).getArray();
      float[] values = weight.toFloatArray();
      for (int i = 0; i < values.length; i += 37) {
        double slope =
            (moved(objective, weight, values, i, step) - moved(objective, weight, values, i, -step))
                / (2 * step);
        assertThat(slope / alpha)
            .as(one.getKey() + " " + i)
            .isCloseTo(one.getValue()[i], within(2e-2));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(30);
    assertThat(gradients.values().stream().anyMatch(g -> Math.abs(g[0]) > 1e-3)).isTrue();
  }

  private double moved(Objective objective, NDArray weight, float[] values, int i, float by) {
    float[] changed = values.clone();
    changed[i] += by;
    set(weight, changed);
    double value = evaluate(objective, pairs).plain();
    set(weight, values);
    return value;
  }

  private void set(NDArray weight, float[] values) {
    try (NDArray array = manager.create(values, weight.getShape())) {
      Kernels.assign(weight, array);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{metric: rouge1, samples: 4, mix: 0.3}",
        "{metric: rouge1, samples: 3, from: beam, reference: true, mix: 0}",
        "{type: self-critical, metric: rouge1, samples: 2}",
        "{type: reinforce, metric: rouge1, samples: 3}",
        "{type: expected-bleu}",
        "{type: expected-bleu, reading: reference, order: 2, mix: 0}"
      })
  void theHalvesOfABatchAddUpToTheWhole(String yaml) {
    Objective objective = risk(yaml);
    Map<String, float[]> whole = new LinkedHashMap<>();
    Map<String, float[]> first = new LinkedHashMap<>();
    Map<String, float[]> second = new LinkedHashMap<>();
    LossSum all = evaluate(objective, pairs, whole);
    LossSum one = evaluate(objective, pairs.select(0, 1), first);
    LossSum two = evaluate(objective, pairs.select(2, 3, 4), second);
    assertThat(one.count() + two.count()).isEqualTo(all.count());
    assertThat(one.plain() + two.plain()).isCloseTo(all.plain(), within(1e-4));
    whole.forEach(
        (name, gradient) ->
            assertThat(gradient)
                .as(name)
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(sum(first.get(name), second.get(name))));
    assertThat(whole.values().stream().anyMatch(g -> sumOfSquares(g) > 1e-8)).isTrue();
  }

  private static float[] sum(float[] a, float[] b) {
    float[] sum = a.clone();
    IntStream.range(0, b.length).forEach(i -> sum[i] += b[i]);
    return sum;
  }

  private static double sumOfSquares(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i] * values[i]).sum();
  }

  @Test
  void whatIsDrawnDependsOnSeedStepAndLineAlone() {
    Writer writer = OutputSearch.sampling(model, 4, 1, 7);
    List<List<Output>> all = writer.write(manager, pairs, 5);
    List<List<Output>> some = writer.write(manager, pairs.select(3, 1), 5);
    assertThat(labels(some.get(0))).isEqualTo(labels(all.get(3)));
    assertThat(labels(some.get(1))).isEqualTo(labels(all.get(1)));
    assertThat(labels(writer.write(manager, pairs, 6).get(0))).isNotEqualTo(labels(all.get(0)));
    assertThat(labels(OutputSearch.sampling(model, 4, 1, 8).write(manager, pairs, 5).get(0)))
        .isNotEqualTo(labels(all.get(0)));
  }

  private static List<List<Integer>> labels(List<Output> outputs) {
    return outputs.stream()
        .map(output -> java.util.Arrays.stream(output.labels()).boxed().toList())
        .toList();
  }

  @Test
  void whereAllOutputsAreAsGoodThereIsNothingToLearn() {
    Objective objective =
        new RiskObjective(
            model,
            new RiskMethod(
                new ReferenceWriter(model.network()),
                1,
                (r, logs) -> Credit.minimumRisk(0.1, r, logs)),
            reward());
    Map<String, float[]> gradients = new LinkedHashMap<>();
    LossSum loss = evaluate(objective, pairs, gradients);
    assertThat(loss.plain()).isCloseTo(0, within(1e-9));
    gradients.values().forEach(gradient -> assertThat(gradient).containsOnly(0f));
  }

  @Test
  void aSourceWithoutAnOutputHasNoPart() {
    Writer nothing = (scope, some, step) -> some.size() == 0 ? List.of() : empty(some.size());
    Objective objective =
        new RiskObjective(
            model, new RiskMethod(nothing, 1, (r, logs) -> Credit.leaveOneOut(r)), reward());
    assertThat(evaluate(objective, pairs).plain()).isZero();
  }

  private static List<List<Output>> empty(int size) {
    return java.util.Collections.nCopies(size, List.of());
  }

  @Test
  void theTokensAloneComeFirstIfThatIsWanted() {
    Objective objective = risk("{metric: rouge1, after: 5, mix: 0}");
    Objective tokens = new TokenObjective(model.network(), new CrossEntropy(0));
    assertThat(evaluate(objective, pairs).plain()).isEqualTo(evaluate(tokens, pairs).plain());
    assertThat(evaluate(risk("{metric: rouge1, after: 4, mix: 0}"), pairs).mean())
        .isBetween(0.0, 1.0);
  }

  @Test
  void aMixIsTheWeightedSumOfBoth() {
    Objective tokens = new TokenObjective(model.network(), new CrossEntropy(0));
    String method = "type: reinforce, metric: rouge1, samples: 3";
    Map<String, float[]> whole = new LinkedHashMap<>();
    Map<String, float[]> single = new LinkedHashMap<>();
    Map<String, float[]> mixed = new LinkedHashMap<>();
    double risk = evaluate(risk("{" + method + ", mix: 0}"), pairs, whole).plain();
    evaluate(tokens, pairs, single);
    LossSum mix = evaluate(risk("{" + method + ", mix: 0.25}"), pairs, mixed);
    assertThat(mix.plain()).as("the risk is reported").isCloseTo(risk, within(1e-6));
    mixed.forEach(
        (name, gradient) -> {
          float[] expected = new float[gradient.length];
          for (int i = 0; i < expected.length; i++) {
            expected[i] = 0.75f * whole.get(name)[i] + 0.25f * single.get(name)[i];
          }
          assertThat(gradient).usingComparatorWithPrecision(1e-4f).containsExactly(expected);
        });
  }

  @Test
  void theReferenceMayBeOneOfTheOutputs() {
    RiskRecipe.MinimumRisk recipe =
        (RiskRecipe.MinimumRisk)
            read(RiskRecipe.class, "{metric: rouge1, samples: 1, reference: true}");
    List<List<Output>> outputs = RiskMethod.of(recipe, model, 7).writer().write(manager, pairs, 1);
    for (int i = 0; i < pairs.size(); i++) {
      assertThat(model.words().text(outputs.get(i).get(1).labels())).isEqualTo(TARGETS[i]);
    }
  }
}
