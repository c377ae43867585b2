package gloss.task;

import gloss.model.Experiment;
import gloss.model.FolderTask;
import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.model.NetworkSummary;
import gloss.model.Outline;
import gloss.model.Preparation;
import gloss.nn.SentenceScorer;
import gloss.recipe.ExtractionRecipe;
import gloss.recipe.Recipe;
import gloss.recipe.VocabularyRecipe;
import gloss.subword.Vocabulary;
import gloss.subword.Words;
import gloss.text.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Extractive summarization as trainings and commands know it. */
record ExtractionExperiment(ExtractionRecipe recipe) implements Experiment {
  private static final int TEXTS_AT_ONCE = 500;

  @Override
  public Preparation prepare(Optional<ModelFolder> trained) throws IOException {
    if (trained.isPresent()) {
      checkVocabulary(trained.get());
    }
    SummarySplits splits = new SummarySplits(recipe.data());
    Words vocabulary =
        trained.isPresent() ? ExtractionModel.words(trained.get().path()) : learn(splits);
    return new Texts(splits, new ExtractionModel(recipe, vocabulary));
  }

  private void checkVocabulary(ModelFolder trained) throws IOException {
    VocabularyRecipe then =
        ExtractionModel.recipe(Recipe.load(trained.recipe(), List.of()), trained.path())
            .vocabulary();
    if (!then.equals(recipe.vocabulary())) {
      throw InputException.in(
          trained.path(),
          "has a vocabulary made as %s; say so in the recipe too, since training from here keeps it"
              .formatted(then));
    }
  }

  private Words learn(SummarySplits splits) throws IOException {
    VocabularyRecipe.Words wanted = recipe.words();
    Words.Learner learner = new Words.Learner(wanted.lowercase());
    splits.learned(TEXTS_AT_ONCE, texts -> texts.forEach(text -> learner.add(text.text())));
    return learner.learn(wanted.size(), wanted.least(), wanted.figures());
  }

  /** Texts, and the model that is to learn from them. */
  private record Texts(SummarySplits splits, ExtractionModel model) implements Preparation {
    @Override
    public Map<String, String> checksums() {
      return splits.checksums();
    }

    /** Finding the best sentences takes some milliseconds a text. */
    @Override
    public FolderTask<?> task(ModelFolder folder) throws IOException {
      List<LabelledDocument> train = new ArrayList<>();
      splits.learned(
          TEXTS_AT_ONCE,
          texts ->
              train.addAll(
                  texts.parallelStream()
                      .map(text -> LabelledDocument.of(text, model).withoutText())
                      .toList()));
      return new ExtractionTask(
          model,
          train,
          splits.valid().parallelStream().map(text -> LabelledDocument.of(text, model)).toList());
    }
  }

  @Override
  public Model untrained(ModelFolder folder) throws IOException {
    return ExtractionModel.untrained(recipe, folder.path());
  }

  /** Of a recipe the data are not read: the vocabulary is taken to be as large as it may be. */
  @Override
  public Outline outline(Optional<ModelFolder> folder) throws IOException {
    int words =
        folder.isPresent()
            ? ExtractionModel.words(folder.get().path()).size()
            : Vocabulary.STANDARD_SPECIALS.size() + recipe.vocabulary().most();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("vocabulary", words);
    facts.put("sentences", recipe.batch().sentences());
    facts.put("words", recipe.extract().words());
    String size = String.format(Locale.ROOT, "%,d", words);
    return new Outline(
        "text of %d sentences → extract of about %d words"
            .formatted(recipe.batch().sentences(), recipe.extract().words()),
        Map.of("vocabulary", (folder.isPresent() ? "" : "at most ") + size),
        facts,
        NetworkSummary.of(recipe.network(), new SentenceScorer(recipe.network(), words)));
  }
}
