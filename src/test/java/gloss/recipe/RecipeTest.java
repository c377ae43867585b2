package gloss.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import gloss.yaml.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
  private static final Path FILE = Path.of("models", "tiny", "recipe.yaml");

  /** Five lines, so that what a test adds begins in line 6. */
  private static final String SMALLEST =
      """
      task: translation
      data:
        corpus: ../../corpora/tiny
        source: en
        target: fr
      """;

  @TempDir Path folder;

  private static TranslationRecipe parse(String yaml) {
    return (TranslationRecipe) Recipe.parse(yaml, FILE);
  }

  private TranslationRecipe load(String... settings) throws IOException {
    Path file = folder.resolve("recipe.yaml");
    Files.writeString(file, SMALLEST);
    return (TranslationRecipe) Recipe.load(file, List.of(settings));
  }

  @Test
  void theSmallestRecipeHasEveryDefault() {
    TranslationRecipe recipe = parse(SMALLEST);
    assertThat(recipe.name()).isEqualTo("tiny");
    assertThat(recipe.data().corpus()).contains(Path.of("corpora/tiny").toAbsolutePath());
    assertThat(recipe.subwords()).isEqualTo(new SubwordRecipe(2000, true, 0, 0, 0));
    assertThat(recipe.network())
        .isEqualTo(
            new TransformerRecipe(
                128, 4, 512, 3, 3, Norm.PRE, Positions.SINUSOIDAL, Tie.ALL, 0.1, 0, 0));
    assertThat(recipe.loss())
        .isEqualTo(new ClassLossRecipe.CrossEntropy(0.1, new ClassWeightsRecipe.None()));
    assertThat(recipe.batch())
        .isEqualTo(
            new BatchRecipe(
                4096, 256, 64, new CurriculumRecipe(0, 0.1, CurriculumRecipe.Difficulty.LENGTH)));
    assertThat(recipe.training())
        .isEqualTo(
            new TrainingRecipe(
                1,
                1,
                Precision.FP32,
                new OptimizerRecipe.AdamW(0.001, 0.9, 0.98, 1e-9, 0),
                new ScheduleRecipe.InverseSqrt(Extent.steps(400)),
                1.0,
                0,
                new RegularizerRecipe.None(),
                List.of(new Extent(20, Extent.Unit.EPOCH)),
                new ValidationRecipe(new Extent(1, Extent.Unit.EPOCH), "loss", 0),
                new AverageRecipe(0, 0, 0),
                new KeepRecipe(1, 0, Extent.parse("10 minutes"))));
    assertThat(recipe.decoding()).isEqualTo(DecodingRecipe.defaults());
  }

  @Test
  void aWholeRecipeIsRead() {
    TranslationRecipe recipe =
        parse(
            """
            name: multi
            task: translation
            data:
              source: en
              target: de
              train: {source: [a.en.gz, b.en], target: [a.de.gz, b.de]}
              valid: {source: v.en, target: v.de}
              test:
                2016: {source: t16.en, target: t16.de}
            subwords: {merges: 10000, joint: false, dropout: 0.1}
            network: {type: transformer, size: 256, heads: 8, tie: output, norm: post}
            loss: {label-smoothing: 0}
            training:
              optimizer: {type: adam, rate: 1}
              schedule: {type: noam, size: 256, warmup: 2000}
              until: [40 epochs, 1 hour]
              validate: {every: 500 steps, metric: bleu, patience: 5}
            """);
    assertThat(recipe.name()).isEqualTo("multi");
    assertThat(recipe.data().train().orElseThrow().source())
        .containsExactly(
            Path.of("models/tiny/a.en.gz").toAbsolutePath(),
            Path.of("models/tiny/b.en").toAbsolutePath());
    assertThat(recipe.data().test()).containsOnlyKeys("2016");
    assertThat(recipe.training().optimizer())
        .isEqualTo(new OptimizerRecipe.Adam(1, 0.9, 0.98, 1e-9));
    assertThat(recipe.training().schedule())
        .isEqualTo(new ScheduleRecipe.Noam(256, Extent.steps(2000)));
    assertThat(recipe.training().until())
        .containsExactly(new Extent(40, Extent.Unit.EPOCH), new Extent(1, Extent.Unit.HOUR));
  }

  @Test
  void settingsReplaceValuesOfTheFile() throws IOException {
    TranslationRecipe recipe =
        load("network.size=64", "training.until=[3 epochs, 5 minutes]", "name=other");
    assertThat(((TransformerRecipe) recipe.network()).size()).isEqualTo(64);
    assertThat(recipe.training().until()).hasSize(2);
    assertThat(recipe.name()).isEqualTo("other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "training.optimizer.rat=1 | training.optimizer.rat: unknown key; did you mean 'rate'?",
        "network.dropout=1.5 | network.dropout: must be in [0, 1), is 1.5",
        "training.schedule.type=cosin | training.schedule.type: unknown name 'cosin'; did you mean"
            + " 'cosine'?",
      })
  void aBadSettingNamesItsOption(String setting, String message) {
    assertThatThrownBy(() -> load(setting))
        .isInstanceOf(InputException.class)
        .hasMessage("--set " + setting + ": " + message);
  }

  @Test
  void aResolvedRecipeTakesOtherMembersOfItsFamilies() throws IOException {
    Path file = folder.resolve("resolved.yaml");
    Files.writeString(file, parse(SMALLEST).toYaml());
    TranslationRecipe recipe =
        (TranslationRecipe)
            Recipe.load(
                file,
                List.of(
                    "network.type=recurrent",
                    "decoding.length.penalty.type=gnmt",
                    "decoding.search.type=sampling"));
    assertThat(recipe.network()).isInstanceOf(RecurrentRecipe.class);
    assertThat(recipe.decoding().length().penalty()).isEqualTo(new LengthPenaltyRecipe.Gnmt(0.6));
    assertThat(recipe.decoding().search()).isInstanceOf(SearchRecipe.Sampling.class);
    assertThat(recipe.decoding().with(List.of(Setting.parse("search.type=mbr", "--set"))).search())
        .isInstanceOf(SearchRecipe.Mbr.class);
  }

  @Test
  void aBudgetIsTheEndOfTrainingAndOfTheSchedule() throws IOException {
    Extent budget = Extent.parse("1h30m");
    TrainingRecipe given =
        load("training.schedule={type: cosine, warmup: 2 epochs, until: 5 epochs, end: 0.1}")
            .training();
    assertThat(given.within(budget).until()).containsExactly(budget);
    assertThat(given.within(budget).schedule())
        .isEqualTo(
            new ScheduleRecipe.Cosine(new Extent(2, Extent.Unit.EPOCH), Optional.empty(), 0.1));
    TrainingRecipe endless = load().training();
    assertThat(endless.within(budget).schedule()).isEqualTo(endless.schedule());
    TranslationRecipe recipe = load();
    TranslationRecipe limited = recipe.with(given.within(budget));
    assertThat(parse(limited.toYaml())).isEqualTo(limited);
    assertThat(limited.with(recipe.training())).isEqualTo(recipe);
  }

  @Test
  void aFolderStandsForItsRecipe() throws IOException {
    TranslationRecipe recipe = load();
    assertThat(Recipe.load(folder, List.of())).isEqualTo(recipe);
    assertThat(recipe.name()).isEqualTo(folder.getFileName().toString());
  }

  @Test
  void aRecipeOfAnotherNameGivesItsNameToTheModel() {
    assertThat(Recipe.parse(SMALLEST, Path.of("models", "big.yaml")).name()).isEqualTo("big");
  }

  @Test
  void aRecipeThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Recipe.load(folder, List.of()))
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("recipe.yaml") + ": no such file");
  }

  @Test
  void theResolvedRecipeIsReadBackEqual() throws IOException {
    TranslationRecipe recipe =
        load("training.schedule={type: linear, until: 5 epochs}", "training.until=1h30m");
    assertThat(parse(recipe.toYaml())).isEqualTo(recipe);
    assertThat(parse(recipe.commented())).isEqualTo(recipe);
    Path saved = folder.resolve("out").resolve("model").resolve("recipe.yaml");
    recipe.save(saved);
    assertThat(Recipe.load(saved, List.of())).isEqualTo(recipe);
  }

  @Test
  void aSavedRecipeMovesTogetherWithItsCorpus() throws IOException {
    Path here = folder.resolve("here");
    Files.createDirectories(here.resolve("model"));
    Files.createDirectories(here.resolve("corpus"));
    Path file = here.resolve("model").resolve("recipe.yaml");
    Recipe.parse(SMALLEST.replace("../../corpora/tiny", "../corpus"), file).save(file);
    Path there = Files.move(here, folder.resolve("there"));
    TranslationRecipe moved = (TranslationRecipe) Recipe.load(there.resolve("model"), List.of());
    assertThat(moved.data().corpus()).contains(there.resolve("corpus").toAbsolutePath());
  }

  @Test
  void aCorpusMayLieInTheRecipesFolder() throws IOException {
    TranslationRecipe recipe = load("data.corpus=.");
    Path saved = folder.resolve("saved.yaml");
    recipe.save(saved);
    assertThat(Files.readString(saved)).contains("  corpus: .\n");
    assertThat(Recipe.load(saved, List.of())).isEqualTo(recipe);
  }

  @Test
  void aPathIsAlsoSoughtInTheWorkingFolder() throws IOException {
    assertThat(load("data.corpus=src/main").data().corpus())
        .contains(Path.of("src/main").toAbsolutePath());
  }

  @Test
  void everyTaskHasAnExampleThatExplainsEveryKey() {
    for (Class<?> task : Recipe.class.getPermittedSubclasses()) {
      if (!task.isRecord()) {
        continue;
      }
      String name = task.getAnnotation(gloss.yaml.Named.class).value();
      String example = Recipe.example(name);
      assertThat(Recipe.parse(example, FILE)).isInstanceOf(task);
      // A comment that is too long for the line stands above it.
      assertThat(
              example
                  .replaceAll("(?m)^ *(# .*)\n( *[a-z-]+:)$", "$2 $1")
                  .lines()
                  .filter(line -> !line.contains("# ") && !line.contains(": ")))
          .isEmpty();
    }
    assertThatThrownBy(() -> Recipe.example("translate"))
        .isInstanceOf(InputException.class)
        .hasMessage("no task 'translate'; did you mean 'translation'?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "subwords: {merges: -1}              | subwords.merges: must be at least 0, is -1",
        "subwords: {dropout: 1}              | subwords.dropout: must be in [0, 1), is 1.0",
        "subwords: {joint: false}            | subwords.joint: must be true, since network.tie is"
            + " 'all'; or set network.tie: output",
        "network: {type: lstm}               | network.type: unknown name 'lstm'; known:"
            + " transformer, recurrent",
        "network: {heads: 3}                 | network.heads: must divide size 128, is 3",
        "network: {heads: 0}                 | network.heads: must be at least 1, is 0",
        "network: {size: 5, heads: 1}        | network.size: must be even for sinusoidal positions,"
            + " is 5",
        "network: {encoder-layers: 0}        | network.encoder-layers: must be at least 1, is 0",
        "network: {norm: before}             | network.norm: expected one of pre, post, found"
            + " 'before'",
        "loss: {label-smoothing: 1.0}        | loss.label-smoothing: must be in [0, 1), is 1.0",
        "loss: {type: huber, delta: 1.0}     | loss.type: 'huber' does not fit here; one of"
            + " cross-entropy, graduated-smoothing, focal, scheduled-focal, kullback-leibler, mse,"
            + " multi-class-hinge, hinge, squared-hinge, binary-cross-entropy, binary-focal, sum,"
            + " uncertainty",
        "loss: {type: focall}                | loss.type: unknown name 'focall'; did you mean"
            + " 'focal'?",
        "loss: {type: scheduled-focal}       | loss.steps: missing; it says: steps in which it gets"
            + " there",
        "loss: {type: focal, gamma: -1}      | loss.gamma: must be at least 0, is -1.0",
        "loss: {type: sum}                   | loss.terms: missing; it says: the losses and their"
            + " weights",
        "loss: {class-weights: {type: effective-number, beta: 1}} | loss.class-weights.beta: must"
            + " be in [0, 1), is 1.0",
        "batch: {tokens: 0}                  | batch.tokens: must be at least 1, is 0",
        "batch: {max-length: 0}              | batch.max-length: must be at least 1, is 0",
        "training: {dropout: 0.1}            | training.dropout: unknown key; it is a key of"
            + " subwords, network",
        "training: {seed: one}               | training.seed: expected a whole number, found 'one'",
        "training: {accumulate: 0}           | training.accumulate: must be at least 1, is 0",
        "training: {clip: -1}                | training.clip: must be at least 0, is -1.0",
        "training: {until: []}               | training.until: must not be empty",
        "training: {until: [1 epoch, soon]}  | training.until.2: expected a stretch of training"
            + " such as '400 steps', '20 epochs', '500000 tokens', '90 minutes' or '1h30m', found"
            + " 'soon'",
        "training: {optimizer: {rate: 0}}    | training.optimizer.rate: must be greater than 0, is"
            + " 0.0",
        "training: {optimizer: {beta2: 1}}   | training.optimizer.beta2: must be in [0, 1), is 1.0",
        "training: {optimizer: {weight-decay: -1}} | training.optimizer.weight-decay: must be at"
            + " least 0, is -1.0",
        "training: {optimizer: {type: adam, momentum: 1}} | training.optimizer.momentum: unknown"
            + " key; it is a key of training.optimizer with type: sgd, training.optimizer with"
            + " type: rmsprop, training.distributed",
        "training: {optimizer: {type: sgd, nesterov: true}} | training.optimizer.nesterov: needs a"
            + " momentum, and a dampening of 0",
        "training: {optimizer: {type: lions}} | training.optimizer.type: unknown name 'lions'; did"
            + " you mean 'lion'?",
        "training: {clip-value: -1}          | training.clip-value: must be at least 0, is -1.0",
        "training: {penalty: {type: l1, strength: -1}} | training.penalty.strength: must be at"
            + " least 0, is -1.0",
        "training: {penalty: {type: elastic-net, ratio: 2}} | training.penalty.ratio: must be in"
            + " [0, 1], is 2.0",
        "training: {until: [1 epoch, 0m]}    | training.until: must be more than nothing, is 0"
            + " hours",
        "training: {schedule: {warmup: -1}}  | training.schedule.warmup: expected a stretch of"
            + " training such as '400 steps', '20 epochs', '500000 tokens', '90 minutes' or"
            + " '1h30m', found '-1'",
        "training: {schedule: {warmup: 5m}}  | training.schedule.warmup: must be in steps, epochs"
            + " or tokens, is 5 minutes",
        "training: {schedule: {type: noam, size: 8, warmup: 0}} | training.schedule.warmup: must be"
            + " more than nothing, is 0 steps",
        "training: {schedule: {type: noam, size: 8, warmup: 1 epoch}} | training.schedule.warmup:"
            + " must be in steps, as the formula is, is 1 epoch",
        "training: {schedule: {type: cosine, until: 400}} | training.schedule.until: must be after"
            + " the warmup of 400 steps, is 400 steps",
        "training: {schedule: {type: linear, until: 0m}} | training.schedule.until: must be more"
            + " than nothing, is 0 hours",
        "training: {schedule: {type: plateau, factor: 1}} | training.schedule.factor: must be in"
            + " [0, 1), is 1.0",
        "training: {schedule: {type: plateau, factor: 0}} | training.schedule.factor: must be"
            + " greater than 0, is 0.0",
        "training: {schedule: {type: plateau, patience: 0}} | training.schedule.patience: must be"
            + " at least 1, is 0",
        "training: {schedule: {type: plateau, minimum: -1}} | training.schedule.minimum: must be in"
            + " [0, 1), is -1.0",
        "training: {average: {ema: 1}}       | training.average.ema: must be in [0, 1), is 1.0",
        "training: {average: {best: 1}}      | training.average.best: must be 0, or at least 2, is"
            + " 1",
        "training: {average: {last: -2}}     | training.average.last: must be 0, or at least 2, is"
            + " -2",
        "training: {keep: {best: -1}}        | training.keep.best: must be at least 0, is -1",
        "training: {optimizer: {rate: 0.5, weight-decay: 2}} | training.optimizer.weight-decay:"
            + " times the rate must be less than 1, or nothing is left of the weights; is 2.0",
        "subwords: {word-dropout: -0.1}      | subwords.word-dropout: must be in [0, 1), is -0.1",
        "r-drop: -1                          | r-drop: must be at least 0, is -1.0",
        "training: {validate: {every: 0 epochs}} | training.validate.every: must be more than"
            + " nothing, is 0 epochs",
        "training: {validate: {metric: blue}} | training.validate.metric: unknown name 'blue'; did"
            + " you mean 'bleu'?",
        "training: {validate: {patience: -1}} | training.validate.patience: must be at least 0, is"
            + " -1",
        "training: {keep: {last: 0}}         | training.keep.last: must be at least 1, is 0",
        "decoding: {search: {beam: 0}}       | decoding.search.beam: must be at least 1, is 0",
        "decoding: {length: {penalty: {power: -0.5}}} | decoding.length.penalty.power: must be at"
            + " least 0, is -0.5",
        "decoding: {length: {max-extra: 0}}  | decoding.length.max-extra: must be at least 1, is 0",
        "decoding: {output: {n-best: 6}}     | decoding.output.n-best: must be at most 5, which the"
            + " search finds, is 6",
        "decoding: {search: {type: sampling, top-p: 0}} | decoding.search.top-p: must be in (0, 1],"
            + " is 0.0",
        "name: ' '                           | name: must not be empty",
        "nmae: x                             | nmae: unknown key; did you mean 'name'?",
      })
  void aMistakeNamesItsLineAndItsKey(String line, String message) {
    assertThatThrownBy(() -> parse(SMALLEST + line))
        .isInstanceOf(InputException.class)
        .hasMessage(FILE + ":6: " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "name: x", "data: {}"})
  void theTaskIsAskedFor(String yaml) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("task: missing; it is one of translation, ");
  }
}
