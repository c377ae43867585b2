/**
 * Models in their folders, whatever their task: trained, gone on with, averaged, described.
 *
 * <p>A {@link gloss.model.ModelFolder} is how a model lies on the disk, and {@link
 * gloss.model.Training} trains it there, from the recipe to the best weights. Nothing here knows
 * what is learned. A task tells it in four steps: an {@link gloss.model.Experiment} is a recipe
 * with the code of its task; it makes a {@link gloss.model.Preparation}, the data with a {@link
 * gloss.model.Model} made for them; that gives the trainer a {@link gloss.model.FolderTask}; and a
 * model tried on a split of its data gives an {@link gloss.model.Evaluation}, which is a {@link
 * gloss.model.ClassEvaluation} wherever classes are predicted.
 *
 * <p>{@link gloss.model.ModelSummary} tells what a model is, and {@link gloss.model.WeightAverage}
 * averages its checkpoints.
 */
@NullMarked
package gloss.model;

import org.jspecify.annotations.NullMarked;
