package gloss.task;

import gloss.batch.Curriculum;
import gloss.batch.EpochBatches;
import gloss.batch.PairFile;
import gloss.batch.TokenBatches;
import gloss.corpus.Checksum;
import gloss.model.Experiment;
import gloss.model.FolderTask;
import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.model.NetworkSummary;
import gloss.model.Outline;
import gloss.model.Preparation;
import gloss.recipe.Recipe;
import gloss.recipe.SummarizationRecipe;
import gloss.recipe.SummaryBatchRecipe;
import gloss.recipe.VocabularyRecipe;
import gloss.subword.BpeSettings;
import gloss.subword.CopyVocabulary;
import gloss.subword.SubwordLearner;
import gloss.subword.SubwordVocabulary;
import gloss.subword.Vocabulary;
import gloss.subword.Words;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Summarization as trainings and commands know it. */
record SummarizationExperiment(SummarizationRecipe recipe) implements Experiment {
  /** While a training is not over: its texts as ids, which can be made again. */
  private static final String TRAINING_PAIRS = "training.pairs";

  private static final int TEXTS_AT_ONCE = 200;

  @Override
  public Preparation prepare(Optional<ModelFolder> trained) throws IOException {
    if (trained.isPresent()) {
      checkVocabulary(trained.get());
    }
    SummarySplits splits = new SummarySplits(recipe.data());
    CopyVocabulary vocabulary =
        trained.isPresent()
            ? CopyVocabulary.read(trained.get().path().resolve(SummarizationModel.VOCABULARY))
            : learn(splits);
    return new Texts(splits, new SummarizationModel(recipe, vocabulary));
  }

  private void checkVocabulary(ModelFolder trained) throws IOException {
    VocabularyRecipe then =
        SummarizationModel.recipe(Recipe.load(trained.recipe(), List.of()), trained.path())
            .vocabulary();
    if (!then.equals(recipe.vocabulary())) {
      throw InputException.in(
          trained.path(),
          "has a vocabulary made as %s; say so in the recipe too, since training from here keeps it"
              .formatted(then));
    }
  }

  private CopyVocabulary learn(SummarySplits splits) throws IOException {
    if (recipe.vocabulary() instanceof VocabularyRecipe.Words wanted) {
      Words.Learner learner = new Words.Learner(wanted.lowercase());
      learn(splits, learner::add);
      return learner.learn(wanted.size(), wanted.least(), wanted.figures());
    }
    VocabularyRecipe.Pieces wanted = (VocabularyRecipe.Pieces) recipe.vocabulary();
    SubwordLearner learner = new SubwordLearner(BpeSettings.ofMerges(wanted.merges()));
    learn(splits, text -> learner.add(CopyVocabulary.normalized(text)));
    return new SubwordVocabulary(learner.learn());
  }

  private static void learn(SummarySplits splits, Consumer<String> learner) throws IOException {
    splits.learned(
        TEXTS_AT_ONCE,
        texts ->
            texts.forEach(
                text -> {
                  learner.accept(text.text());
                  learner.accept(text.summary());
                }));
  }

  /** Texts, and the model that is to learn from them. */
  private record Texts(SummarySplits splits, SummarizationModel model) implements Preparation {
    @Override
    public Map<String, String> checksums() {
      return splits.checksums();
    }

    @Override
    public FolderTask<?> task(ModelFolder folder) throws IOException {
      SummaryBatchRecipe batch = model.recipe().batch();
      SummaryEncoder encoder = new SummaryEncoder(model.vocabulary(), batch);
      PairFile file = pairs(folder.path().resolve(TRAINING_PAIRS), encoder);
      EpochBatches batches =
          new EpochBatches(
              file,
              new TokenBatches(batch.tokens(), model.recipe().training().seed()),
              batch.buffer(),
              Curriculum.of(batch.curriculum(), file)::apply);
      return new Summarization(
          model,
          new TrainingPairs(file.filtered(), batches),
          encoder.cut(),
          splits.valid(),
          TrainingPairs.weights(model.recipe().data().weights(), file.filtered()));
    }

    /** A file that is there and holds the pairs is used, else they are written. */
    private PairFile pairs(Path path, SummaryEncoder encoder) throws IOException {
      SummaryBatchRecipe batch = model.recipe().batch();
      Path vocabulary = Files.createTempFile("gloss", ".json");
      try {
        model.vocabulary().write(vocabulary);
        String identity =
            Checksum.ofText(
                String.join(
                    "\n",
                    splits.checksums().toString(),
                    splits.fields().toString(),
                    Checksum.sha256(vocabulary),
                    "text %d, summary %d".formatted(batch.text(), batch.summary())));
        Optional<PairFile> there = PairFile.open(path, identity);
        return there.isPresent()
            ? there.get()
            : PairFile.write(
                path,
                batch.longest(),
                identity,
                sink -> splits.learned(TEXTS_AT_ONCE, texts -> sink.add(encoder.encode(texts))));
      } finally {
        Files.deleteIfExists(vocabulary);
      }
    }
  }

  @Override
  public Model untrained(ModelFolder folder) throws IOException {
    return SummarizationModel.untrained(recipe, folder.path());
  }

  /** Of a recipe the data are not read: the vocabulary is taken to be as large as it may be. */
  @Override
  public Outline outline(Optional<ModelFolder> folder) throws IOException {
    int words = Vocabulary.STANDARD_SPECIALS.size() + recipe.vocabulary().most();
    if (folder.isPresent()) {
      Path file = folder.get().path().resolve(SummarizationModel.VOCABULARY);
      words = CopyVocabulary.read(file).size();
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("vocabulary", words);
    facts.put("text", recipe.batch().text());
    facts.put("summary", recipe.batch().summary());
    String size = String.format(Locale.ROOT, "%,d", words);
    return new Outline(
        "text of %d → summary of %d".formatted(recipe.batch().text(), recipe.batch().summary()),
        Map.of("vocabulary", (folder.isPresent() ? "" : "at most ") + size),
        facts,
        NetworkSummary.of((Record) recipe.network(), SummarizationModel.network(recipe, words)));
  }
}
