package gloss.task;

import gloss.corpus.ParallelFiles;
import gloss.corpus.ParallelText;
import gloss.model.Experiment;
import gloss.model.FolderTask;
import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.model.NetworkSummary;
import gloss.model.Outline;
import gloss.model.Preparation;
import gloss.recipe.ParallelDataRecipe;
import gloss.recipe.Recipe;
import gloss.recipe.SubwordRecipe;
import gloss.recipe.TranslationRecipe;
import gloss.subword.Vocabulary;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Translation as trainings and commands know it. */
record TranslationExperiment(TranslationRecipe recipe) implements Experiment {
  /** While a training is not over: its text as ids, which can be made again. */
  private static final String TRAINING_PAIRS = "training.pairs";

  private static final int BYTES = 256;

  @Override
  public Preparation prepare(Optional<ModelFolder> trained) throws IOException {
    if (trained.isPresent()) {
      checkSubwords(trained.get());
    }
    Map<String, String> checksums = new LinkedHashMap<>();
    ParallelFiles train = verified(ParallelDataRecipe.TRAIN, checksums);
    ParallelText valid = ParallelText.read(verified(ParallelDataRecipe.VALID, checksums));
    TrainingPairs.addWeights(recipe.data().weights(), checksums);
    TokenizerPair tokenizers =
        trained.isPresent()
            ? TokenizerPair.read(trained.get().path())
            : TokenizerPair.learn(train, recipe.subwords());
    return new Pairs(checksums, train, valid, new TranslationModel(recipe, tokenizers));
  }

  private ParallelFiles verified(String split, Map<String, String> checksums) throws IOException {
    ParallelFiles files = recipe.data().verified(split);
    files
        .checksums()
        .forEach(
            (file, checksum) ->
                checksums.merge(split + " " + file.getFileName(), checksum, (a, b) -> a + " " + b));
    return files;
  }

  /** The subwords stay what they are, so a recipe that wants others would not be true. */
  private void checkSubwords(ModelFolder trained) throws IOException {
    SubwordRecipe now = recipe.subwords();
    SubwordRecipe then =
        translation(Recipe.load(trained.recipe(), List.of()), trained.path()).subwords();
    if (now.merges() != then.merges() || now.joint() != then.joint()) {
      throw InputException.in(
          trained.path(),
          "has a vocabulary of subwords.merges=%d and subwords.joint=%s; say so in the recipe too, since training from here keeps it"
              .formatted(then.merges(), then.joint()));
    }
  }

  static TranslationRecipe translation(Recipe recipe, Path path) {
    if (recipe instanceof TranslationRecipe translation) {
      return translation;
    }
    throw InputException.in(path, "is not a model for translation");
  }

  /** Text with its checksums, and the model that is to learn from it. */
  private record Pairs(
      Map<String, String> checksums,
      ParallelFiles train,
      ParallelText valid,
      TranslationModel model)
      implements Preparation {
    /** The pairs to train on are the last to be looked at: they take the longest. */
    @Override
    public FolderTask<?> task(ModelFolder folder) throws IOException {
      PairEncoder encoder = new PairEncoder(model.tokenizers(), model.recipe());
      ValidationPairs validation = ValidationPairs.of(valid, encoder);
      TrainingPairs training =
          TrainingPairs.open(
              folder.path().resolve(TRAINING_PAIRS),
              train,
              checksums.toString(),
              encoder,
              model.recipe().batch());
      return new Translation(
          model,
          training,
          validation,
          TrainingPairs.weights(model.recipe().data().weights(), training.filtered()));
    }
  }

  @Override
  public Model untrained(ModelFolder folder) throws IOException {
    return TranslationModel.untrained(recipe, folder.path());
  }

  /** Of a recipe the data are not read: the subwords are taken to be as many as it asks for. */
  @Override
  public Outline outline(Optional<ModelFolder> folder) throws IOException {
    int sources = Vocabulary.STANDARD_SPECIALS.size() + BYTES + recipe.subwords().merges();
    int targets = sources;
    if (folder.isPresent()) {
      TokenizerPair tokenizers = TokenizerPair.read(folder.get().path());
      sources = tokenizers.source().vocabulary().size();
      targets = tokenizers.target().vocabulary().size();
    }
    boolean joint = recipe.subwords().joint();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("source", recipe.data().source());
    facts.put("target", recipe.data().target());
    facts.put("jointVocabulary", joint);
    facts.put("sourceVocabulary", sources);
    facts.put("targetVocabulary", targets);
    String size =
        joint
            ? String.format(Locale.ROOT, "%,d, joint", targets)
            : String.format(Locale.ROOT, "%,d source, %,d target", sources, targets);
    return new Outline(
        recipe.data().source() + " → " + recipe.data().target(),
        Map.of("vocabulary", (folder.isPresent() ? "" : "at most ") + size),
        facts,
        NetworkSummary.of(
            (Record) recipe.network(), TranslationModel.network(recipe, sources, targets)));
  }
}
