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
import gloss.loss.PointerLoss;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;
import gloss.nn.Transformer;
import gloss.nn.pointer.PointerNetwork;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.Norm;
import gloss.recipe.ObjectiveRecipe;
import gloss.recipe.Positions;
import gloss.recipe.Precision;
import gloss.recipe.ScheduledSamplingRecipe;
import gloss.recipe.Tie;
import gloss.recipe.TransformerRecipe;
import gloss.subword.CopyVocabulary;
import gloss.subword.Words;
import gloss.yaml.RecordReader;
import gloss.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objectives of tokens, for networks that make words and for those that copy them too. */
class ForcedObjectivesTest {
  private static final List<String> TEXTS =
      List.of("a b zig zag", "b c d a", "zog zog d", "c a b d");
  private static final List<String> SUMMARIES = List.of("a zig a b", "b d", "zog d zog", "c c");
  private static final int STEP = 5;

  private final CopyVocabulary vocabulary = learned();
  private NDManager manager;

  private enum Kind {
    LAYERED,
    POINTER
  }

  private static CopyVocabulary learned() {
    Words.Learner learner = new Words.Learner(false);
    for (int i = 0; i < 3; i++) {
      learner.add("a b c d");
    }
    return learner.learn(100, 2, true);
  }

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private Transformer transformer(int words) {
    return new Transformer(
        new TransformerRecipe(8, 2, 8, 1, 1, Norm.PRE, Positions.SINUSOIDAL, Tie.OUTPUT, 0, 0, 0),
        words,
        words,
        40);
  }

  /** Words that the vocabulary lacks have ids only where they can be copied. */
  private SequencePairs pairs(Kind kind) {
    List<int[]> sources = new ArrayList<>();
    List<int[]> targets = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      CopyVocabulary.Reading reading = vocabulary.read(TEXTS.get(i), 100);
      sources.add(known(kind, reading.ids()));
      targets.add(known(kind, vocabulary.write(SUMMARIES.get(i), reading)));
    }
    return SequencePairs.of(sources.toArray(int[][]::new), targets.toArray(int[][]::new));
  }

  private int[] known(Kind kind, int[] ids) {
    int unknown = SequenceModel.SPECIALS.unk();
    return kind == Kind.POINTER
        ? ids
        : IntStream.of(ids).map(id -> id < vocabulary.size() ? id : unknown).toArray();
  }

  private TeacherForcing forcing(Kind kind, LineWeights weights) {
    Engine.getInstance().setRandomSeed(3);
    Transformer transformer = transformer(vocabulary.size());
    if (kind == Kind.LAYERED) {
      transformer.initialize(manager);
      return new TokenObjective(transformer, new CrossEntropy(0.1), weights);
    }
    PointerNetwork network =
        new PointerNetwork(
            transformer,
            new PointerNetwork.Settings(
                8, vocabulary.size(), SequenceModel.SPECIALS.unk(), 0, true, 0));
    network.initialize(manager);
    return new PointerObjective(network, new PointerLoss(0.1, 1), weights);
  }

  private static SequenceNetwork network(TeacherForcing forcing) {
    if (forcing instanceof PointerObjective pointers) {
      return pointers.network();
    }
    return ((TokenObjective) forcing).network();
  }

  private Objective objective(String yaml, TeacherForcing forcing) {
    SequenceModel model =
        new SequenceModel(
            network(forcing),
            Wording.of(vocabulary),
            read(DecodingRecipe.class, "length: {max-ratio: 1, max-extra: 3}"),
            38);
    return Objectives.of(read(ObjectiveRecipe.class, yaml), model, forcing, 7);
  }

  private static <T> T read(Class<T> type, String yaml) {
    return new RecordReader(path -> path).read(type, YamlFile.parse(yaml, "recipe.yaml"));
  }

  private static LossSum evaluate(
      Objective objective,
      SequenceNetwork network,
      SequencePairs some,
      Map<String, float[]> gradients) {
    try (NDManager scope = NDManager.newBaseManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      Pass pass = new Pass(new ParameterStore(scope, false), true, Precision.FP32, STEP);
      LossSum loss = objective.of(pass, scope, SequenceBatch.of(some, SequenceModel.SPECIALS));
      collector.backward(loss.sum());
      Parameters.of(network)
          .forEach(
              (name, parameter) -> {
                try (NDArray gradient = parameter.getArray().getGradient()) {
                  gradients.put(name, gradient.toFloatArray());
                  gradient.muli(0);
                }
              });
      return new LossSum(loss.sum(), loss.plain(), loss.count());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{unlikelihood: 1}",
        "{scheduled-sampling: {share: 0.5, over: 0}}",
        "{unlikelihood: 0.5, scheduled-sampling: {share: 0.9, over: 10}}",
        "{risk: {metric: rougeL, samples: 3}}",
        "{risk: {metric: rouge1, samples: 2, from: beam, reference: true, mix: 0}}",
        "{risk: {type: self-critical, metric: rouge1, samples: 2}, unlikelihood: 1}",
        "{risk: {type: expected-bleu, reading: reference, order: 2}}"
      })
  void theHalvesOfABatchAddUpToTheWhole(String yaml) {
    for (Kind kind : Kind.values()) {
      TeacherForcing forcing = forcing(kind, LineWeights.EVEN);
      Objective objective = objective(yaml, forcing);
      SequencePairs pairs = pairs(kind);
      Map<String, float[]> whole = new LinkedHashMap<>();
      Map<String, float[]> first = new LinkedHashMap<>();
      Map<String, float[]> second = new LinkedHashMap<>();
      LossSum all = evaluate(objective, network(forcing), pairs, whole);
      LossSum one = evaluate(objective, network(forcing), pairs.select(0, 3), first);
      LossSum two = evaluate(objective, network(forcing), pairs.select(1, 2), second);
      assertThat(one.count() + two.count()).isCloseTo(all.count(), within(1e-6));
      assertThat(one.plain() + two.plain()).as(kind + "").isCloseTo(all.plain(), within(1e-4));
      assertSums(kind, whole, first, second);
    }
  }

  private static void assertSums(
      Kind kind,
      Map<String, float[]> whole,
      Map<String, float[]> first,
      Map<String, float[]> second) {
    whole.forEach(
        (name, gradient) -> {
          for (int i = 0; i < gradient.length; i++) {
            assertThat(first.get(name)[i] + second.get(name)[i])
                .as(kind + " " + name + " " + i)
                .isCloseTo(gradient[i], within(1e-3f));
          }
        });
    assertThat(whole.values().stream().anyMatch(g -> Math.abs(g[0]) > 1e-4)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aWeightOfTwoIsTheLineTwice(Kind kind, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("weights"), "1\n2\n1\n3\n");
    TeacherForcing weighted = forcing(kind, LineWeights.read(file, 4));
    Map<String, float[]> gradients = new LinkedHashMap<>();
    LossSum sum = evaluate(weighted, network(weighted), pairs(kind), gradients);
    TeacherForcing even = forcing(kind, LineWeights.EVEN);
    Map<String, float[]> expected = new LinkedHashMap<>();
    SequencePairs repeated = pairs(kind).select(0, 1, 1, 2, 3, 3, 3);
    LossSum twice = evaluate(even, network(even), repeated, expected);
    assertThat(sum.count()).isCloseTo(twice.count(), within(1e-6));
    assertThat(sum.plain()).isCloseTo(twice.plain(), within(1e-4));
    assertSums(kind, expected, gradients, zeros(gradients));
    try (NDManager scope = NDManager.newBaseManager()) {
      Pass pass = new Pass(new ParameterStore(scope, false), false);
      SequenceBatch batch = SequenceBatch.of(pairs(kind), SequenceModel.SPECIALS);
      LossSum told = weighted.tell(pass, scope, batch).loss();
      assertThat(told.plain()).isCloseTo(sum.plain(), within(1e-4));
      assertThat(told.sum().getFloat())
          .isCloseTo(weighted.of(pass, scope, batch).sum().getFloat(), within(1e-3f));
    }
  }

  private static Map<String, float[]> zeros(Map<String, float[]> like) {
    Map<String, float[]> zeros = new LinkedHashMap<>();
    like.forEach((name, values) -> zeros.put(name, new float[values.length]));
    return zeros;
  }

  @Test
  void theNetworksOwnWordsTakeTheirPlacesInTheInput() {
    TeacherForcing forcing = forcing(Kind.POINTER, LineWeights.EVEN);
    List<SequenceBatch> seen = new ArrayList<>();
    Objective listening =
        (pass, scope, batch) -> {
          seen.add(batch);
          return forcing.of(pass, scope, batch);
        };
    SequencePairs pairs = pairs(Kind.POINTER);
    SequenceBatch gold = SequenceBatch.of(pairs, SequenceModel.SPECIALS);
    for (double share : new double[] {0, 0.5, 0.5, 0.999}) {
      evaluate(
          new ScheduledSamplingObjective(
              network(forcing),
              listening,
              Wording.of(vocabulary),
              new ScheduledSamplingRecipe(share, 0),
              7),
          network(forcing),
          pairs,
          new LinkedHashMap<>());
    }
    assertThat(seen.get(0).decoderInput().tokens()).isEqualTo(gold.decoderInput().tokens());
    assertThat(seen.get(1).decoderInput().tokens())
        .isEqualTo(seen.get(2).decoderInput().tokens())
        .isNotEqualTo(gold.decoderInput().tokens());
    int own = differences(seen.get(3), gold);
    assertThat(own).isGreaterThan(differences(seen.get(1), gold));
    for (SequenceBatch batch : seen) {
      assertThat(batch.labels().tokens()).isEqualTo(gold.labels().tokens());
      assertThat(batch.decoderInput().lengths()).isEqualTo(gold.decoderInput().lengths());
      for (int row = 0; row < batch.rows(); row++) {
        int[] read = batch.decoderInput().sequence(row);
        assertThat(read[0]).isEqualTo(SequenceModel.SPECIALS.bos());
      }
    }
  }

  private static int differences(SequenceBatch one, SequenceBatch other) {
    int[] a = one.decoderInput().tokens();
    int[] b = other.decoderInput().tokens();
    return (int) IntStream.range(0, a.length).filter(i -> a[i] != b[i]).count();
  }

  @Test
  void theShareGrowsStepByStep() {
    ScheduledSamplingRecipe recipe = new ScheduledSamplingRecipe(0.4, 100);
    assertThat(recipe.share(1)).isCloseTo(0.004, within(1e-12));
    assertThat(recipe.share(50)).isCloseTo(0.2, within(1e-12));
    assertThat(recipe.share(1000)).isEqualTo(0.4);
    assertThat(new ScheduledSamplingRecipe(0.4, 0).share(1)).isEqualTo(0.4);
  }

  @Test
  void wordsThatTheVocabularyLacksAreWordsOfTheirOwn() {
    Wording words = Wording.of(vocabulary);
    SequencePairs pairs = pairs(Kind.POINTER);
    assertThat(words.text(pairs.targets()[0])).isEqualTo("a w0 a b");
    assertThat(words.text(pairs.targets()[2])).isEqualTo("w0 d w0");
    assertThat(words.size(pairs)).isEqualTo(vocabulary.size() + 2);
    assertThat(words.size(pairs.select(1))).isEqualTo(vocabulary.size());
  }
}
