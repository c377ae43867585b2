package gloss.task;

import gloss.model.Experiment;
import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.ExtractionRecipe;
import gloss.recipe.ImageClassificationRecipe;
import gloss.recipe.Makers;
import gloss.recipe.OwnRecipe;
import gloss.recipe.Recipe;
import gloss.recipe.RegressionRecipe;
import gloss.recipe.SummarizationRecipe;
import gloss.recipe.TabularClassificationRecipe;
import gloss.recipe.TranslationRecipe;
import gloss.task.image.ImageExperiment;
import gloss.task.table.TableExperiment;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The index of tasks.
 *
 * <p>To add a task, write its record in {@code gloss.recipe} (a member of {@link Recipe}, with its
 * smallest example in {@code RecipeExamples}), a class that implements {@link Experiment}, and a
 * line here. Training in a folder, checkpoints, resuming, logs, reports and the commands {@code
 * train}, {@code evaluate}, {@code average} and {@code inspect} need no more.
 */
public final class Tasks {
  private static final Makers<Recipe, Experiment> INDEX =
      new Makers<Recipe, Experiment>()
          .with(TranslationRecipe.class, TranslationExperiment::new)
          .with(SummarizationRecipe.class, SummarizationExperiment::new)
          .with(ExtractionRecipe.class, ExtractionExperiment::new)
          .with(ImageClassificationRecipe.class, ImageExperiment::new)
          .with(TabularClassificationRecipe.class, TableExperiment::new)
          .with(RegressionRecipe.class, TableExperiment::new)
          .with(OwnRecipe.class, Tasks::own);

  private Tasks() {}

  private static Experiment own(OwnRecipe recipe) {
    throw new InputException(
        recipe.name()
            + ": is of a task that its own program trains, see gloss.pipeline.OwnTraining");
  }

  /** A recipe with the code of its task. */
  public static Experiment of(Recipe recipe) {
    return INDEX.make(recipe);
  }

  /**
   * The experiment that a model came from.
   *
   * @throws gloss.text.InputException if the folder is no model, incomplete or damaged
   */
  public static Experiment of(ModelFolder folder) throws IOException {
    return of(folder.describedRecipe());
  }

  /**
   * Loads a trained model of any task.
   *
   * @throws gloss.text.InputException if the folder is no model, incomplete or damaged
   */
  public static Model load(Path path) throws IOException {
    ModelFolder folder = new ModelFolder(path);
    return folder.restore(of(folder).untrained(folder));
  }

  /** {@link Training#start}. */
  public static Training start(Recipe recipe, ModelFolder folder) throws IOException {
    return Training.start(of(recipe), folder);
  }

  /** {@link Training#startOver}. */
  public static Training startOver(Recipe recipe, ModelFolder folder) throws IOException {
    return Training.startOver(of(recipe), folder);
  }

  /** {@link Training#resume}. */
  public static Training resume(Recipe recipe, ModelFolder folder, Consumer<String> warnings)
      throws IOException {
    return Training.resume(of(recipe), folder, warnings);
  }
}
