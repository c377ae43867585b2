package gloss.task;

import gloss.batch.Curriculum;
import gloss.batch.EpochBatches;
import gloss.batch.PairFile;
import gloss.batch.TokenBatches;
import gloss.corpus.Checksum;
import gloss.corpus.JsonLinesFormat;
import gloss.corpus.SummarizedText;
import gloss.corpus.SummaryFiles;
import gloss.corpus.SummaryReader;
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
import gloss.recipe.SummaryDataRecipe;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
    Map<String, String> checksums = new LinkedHashMap<>();
    SummaryFiles train = verified(SummaryDataRecipe.TRAIN, checksums);
    SummaryFiles valid = verified(SummaryDataRecipe.VALID, checksums);
    TrainingPairs.addWeights(recipe.data().weights(), checksums);
    JsonLinesFormat fields = recipe.data().fields();
    List<SummarizedText> validation = some(valid.read(fields), recipe.data().validate());
    CopyVocabulary vocabulary =
        trained.isPresent()
            ? CopyVocabulary.read(trained.get().path().resolve(SummarizationModel.VOCABULARY))
            : learn(train, fields);
    return new Texts(
        checksums,
        new Training(train, fields),
        validation,
        new SummarizationModel(recipe, vocabulary));
  }

  private SummaryFiles verified(String split, Map<String, String> checksums) throws IOException {
    SummaryFiles files = recipe.data().verified(split);
    files
        .checksums()
        .forEach(
            (file, checksum) ->
                checksums.merge(split + " " + file.getFileName(), checksum, (a, b) -> a + " " + b));
    return files;
  }

  /** So many texts at equal distances; 0 for all. */
  private static List<SummarizedText> some(List<SummarizedText> all, int most) {
    if (most == 0 || most >= all.size()) {
      return all;
    }
    List<SummarizedText> some = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      some.add(all.get((int) ((long) i * all.size() / most)));
    }
    return some;
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

  private CopyVocabulary learn(SummaryFiles files, JsonLinesFormat fields) throws IOException {
    try (SummaryReader reader = files.open(fields)) {
      if (recipe.vocabulary() instanceof VocabularyRecipe.Words wanted) {
        Words.Learner learner = new Words.Learner(wanted.lowercase());
        for (SummarizedText text = reader.next(); text != null; text = reader.next()) {
          learner.add(text.text());
          learner.add(text.summary());
        }
        return learner.learn(wanted.size(), wanted.least(), wanted.figures());
      }
      VocabularyRecipe.Pieces wanted = (VocabularyRecipe.Pieces) recipe.vocabulary();
      SubwordLearner learner = new SubwordLearner(BpeSettings.ofMerges(wanted.merges()));
      for (SummarizedText text = reader.next(); text != null; text = reader.next()) {
        learner.add(CopyVocabulary.normalized(text.text()));
        learner.add(CopyVocabulary.normalized(text.summary()));
      }
      return new SubwordVocabulary(learner.learn());
    }
  }

  /** What is learned from. */
  private record Training(SummaryFiles files, JsonLinesFormat fields) {
    /** Gives all pairs to a sink. */
    void write(SummaryEncoder encoder, PairFile.Sink sink) throws IOException {
      try (SummaryReader reader = files.open(fields)) {
        List<SummarizedText> texts = new ArrayList<>();
        for (SummarizedText text = reader.next(); text != null; text = reader.next()) {
          texts.add(text);
          if (texts.size() == TEXTS_AT_ONCE) {
            sink.add(encoder.encode(texts));
            texts.clear();
          }
        }
        sink.add(encoder.encode(texts));
      }
    }
  }

  /** Texts with their checksums, and the model that is to learn from them. */
  private record Texts(
      Map<String, String> checksums,
      Training train,
      List<SummarizedText> valid,
      SummarizationModel model)
      implements Preparation {
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
          valid,
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
                    checksums.toString(),
                    train.fields.toString(),
                    Checksum.sha256(vocabulary),
                    "text %d, summary %d".formatted(batch.text(), batch.summary())));
        Optional<PairFile> there = PairFile.open(path, identity);
        return there.isPresent()
            ? there.get()
            : PairFile.write(path, batch.longest(), identity, sink -> train.write(encoder, sink));
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
