package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.batch.SequenceBatch;
import gloss.loss.CrossEntropy;
import gloss.loss.LossSum;
import gloss.loss.Unlikelihood;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.objective.Objectives;
import gloss.objective.SequenceModel;
import gloss.objective.TeacherForcing;
import gloss.objective.TokenObjective;
import gloss.objective.Wording;
import gloss.recipe.CurriculumRecipe;
import gloss.recipe.ObjectiveRecipe;
import gloss.recipe.Recipe;
import gloss.recipe.RiskRecipe;
import gloss.recipe.ScheduledSamplingRecipe;
import gloss.recipe.TranslationRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What changes the loss of the tokens has the effect that it is there for. Each word has one right
 * translation of four words; of its training lines most have a wrong one, the same for all words.
 */
class TokenTrainingTest {
  private static final int WORDS = 8;
  private static final double WRONG = 0.75;
  private static final long SEED = new Random().nextInt(1000);

  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    System.getLogger("gloss.test").log(System.Logger.Level.INFO, "seed " + SEED);
    Random random = new Random(SEED);
    List<String> sources = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    List<String> weights = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int word = random.nextInt(WORDS);
      boolean wrong = random.nextDouble() < WRONG;
      sources.add(source(word));
      targets.add(wrong ? "nothing to see yet" : right(word));
      weights.add(wrong ? "0.05" : "1");
    }
    Files.write(folder.resolve("weights.txt"), weights);
    WordCorpus corpus = new WordCorpus(folder);
    corpus.write("train", sources, targets);
    for (String split : List.of("valid", "test")) {
      corpus.write(split, words(TokenTrainingTest::source), words(TokenTrainingTest::right));
    }
    corpus.writeRecipe();
  }

  private static List<String> words(java.util.function.IntFunction<String> text) {
    return IntStream.range(0, WORDS).mapToObj(text).toList();
  }

  private static String source(int word) {
    return "word" + (char) ('a' + word) + " please".repeat(word % 3);
  }

  private static String right(int word) {
    return "red%1$c green%1$c blue%1$c red%1$c".formatted('a' + word);
  }

  private static TranslationModel trained(String name, String... settings) throws IOException {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("training.seed=" + SEED);
    Recipe recipe = Recipe.load(folder.resolve(Recipe.FILE), all);
    try (Training training = Tasks.start(recipe, new ModelFolder(folder.resolve(name)))) {
      training.run(List.of(), () -> false);
    }
    return TranslationModel.load(folder.resolve(name));
  }

  private static long right(TranslationModel model) {
    List<String> outputs =
        model.translate(words(TokenTrainingTest::source), model.decoding().withBeam(1), () -> {});
    return IntStream.range(0, WORDS).filter(i -> outputs.get(i).equals(right(i))).count();
  }

  @Test
  void linesThatCountLittleTeachLittle() throws IOException {
    try (TranslationModel even = trained("even");
        TranslationModel weighted =
            trained("weighted", "data.weights=" + folder.resolve("weights.txt"))) {
      assertThat(right(even)).as("right without weights").isLessThanOrEqualTo(1);
      assertThat(right(weighted)).as("right with weights").isGreaterThanOrEqualTo(WORDS - 1);
    }
  }

  @Test
  void weightsGoWithPlainCrossEntropyAlone() throws IOException {
    Path weights = folder.resolve("weights.txt");
    assertThatThrownBy(() -> trained("x", "data.weights=" + weights, "loss={type: focal}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("loss: must be cross-entropy without weights of classes");
    assertThatThrownBy(() -> trained("x", "data.weights=" + weights, "r-drop=1"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("r-drop: goes with neither");
    assertThatThrownBy(() -> trained("x", "data.weights=" + folder.resolve("none.txt")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.txt: no such file");
    Path few = Files.write(folder.resolve("few.txt"), Collections.nCopies(3, "1"));
    assertThatThrownBy(() -> trained("x", "data.weights=" + few))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("few.txt: has 3 weights, but the training text has 400 lines");
  }

  /** A loss of a model's right translations, for each token. */
  private static double loss(TranslationModel model, Measure measure) throws IOException {
    ValidationPairs valid =
        ValidationPairs.of(
            model.recipe().data().read("valid"),
            new PairEncoder(model.tokenizers(), model.recipe()));
    SequenceBatch batch = SequenceBatch.of(valid.fitting(), TokenizerPair.SPECIALS);
    try (NoGradients inference = new NoGradients();
        NDManager manager = model.manager().newSubManager()) {
      Pass pass = new Pass(new ParameterStore(manager, false), false);
      return measure.of(pass, manager, batch) / batch.labelCount();
    }
  }

  private interface Measure {
    double of(Pass pass, NDManager manager, SequenceBatch batch);
  }

  private static TokenObjective tokens(TranslationModel model) {
    return new TokenObjective(model.network(), new CrossEntropy(0));
  }

  private static double again(TranslationModel model) throws IOException {
    return loss(
        model,
        (pass, manager, batch) -> {
          TeacherForcing.Told told = tokens(model).tell(pass, manager, batch);
          int[][] labels =
              IntStream.range(0, batch.rows())
                  .mapToObj(batch.labels()::sequence)
                  .toArray(int[][]::new);
          return Unlikelihood.of(told.logits(), labels).getFloat();
        });
  }

  @Test
  void unlikelihoodMakesRepetitionsUnlikely() throws IOException {
    String[] early = {"training.until=[25 steps]"};
    try (TranslationModel plain = trained("plain", early);
        TranslationModel unlikely = trained("unlikely", early[0], "objective={unlikelihood: 2}")) {
      double before = again(plain);
      double after = again(unlikely);
      assertThat(after).as("%s → %s", before, after).isLessThan(0.7 * before);
    }
  }

  private static double afterItsOwnWords(TranslationModel model) throws IOException {
    ObjectiveRecipe reading =
        new ObjectiveRecipe(new RiskRecipe.None(), 0, new ScheduledSamplingRecipe(0.999, 0));
    SequenceModel writer =
        new SequenceModel(
            model.network(),
            Wording.of(model.tokenizers().target()),
            model.recipe().decoding(),
            model.longestTarget());
    return loss(
        model,
        (pass, manager, batch) -> {
          LossSum sum = Objectives.of(reading, writer, tokens(model), 1).of(pass, manager, batch);
          return sum.plain();
        });
  }

  @Test
  void aNetworkThatReadsItsOwnWordsLearnsToGoOnFromThem() throws IOException {
    try (TranslationModel plain = trained("forced");
        TranslationModel sampled =
            trained("sampled", "objective={scheduled-sampling: {share: 0.5, over: 50}}")) {
      double before = afterItsOwnWords(plain);
      double after = afterItsOwnWords(sampled);
      assertThat(after).as("%s → %s", before, after).isLessThan(0.8 * before);
    }
  }

  @Test
  void aCurriculumBeginsWithShortSources() throws IOException {
    String curriculum = "batch.curriculum={epochs: 3, start: 0.3}";
    Recipe recipe = Recipe.load(folder.resolve(Recipe.FILE), List.of(curriculum));
    TranslationRecipe translation = (TranslationRecipe) recipe;
    assertThat(translation.batch().curriculum().difficulty())
        .isEqualTo(CurriculumRecipe.Difficulty.LENGTH);
    ModelFolder model = new ModelFolder(Files.createDirectory(folder.resolve("curriculum")));
    try (TranslationModel untrained =
        (TranslationModel)
            new TranslationExperiment(translation).prepare(java.util.Optional.empty()).model()) {
      PairEncoder encoder = new PairEncoder(untrained.tokenizers(), translation);
      try (TrainingPairs pairs =
          TrainingPairs.open(
              model.path().resolve("pairs"),
              translation.data().verified("train"),
              "checksums",
              encoder,
              translation.batch())) {
        double first = meanLength(pairs, 1);
        assertThat(first).isLessThan(meanLength(pairs, 2));
        assertThat(meanLength(pairs, 2)).isLessThan(meanLength(pairs, 4));
        assertThat(meanLength(pairs, 4)).isEqualTo(meanLength(pairs, 9));
      }
    }
  }

  private static double meanLength(TrainingPairs pairs, int epoch) {
    List<Integer> lengths = new ArrayList<>();
    pairs
        .batches(epoch, 0, some -> some)
        .forEachRemaining(
            batch -> {
              for (int[] source : batch.pairs().sources()) {
                lengths.add(source.length);
              }
            });
    return lengths.stream().mapToInt(i -> i).average().orElseThrow();
  }
}
