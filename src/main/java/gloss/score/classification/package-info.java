/**
 * Metrics for predicted classes, by the definitions of scikit-learn, ill-defined cases included.
 *
 * <p>Classes are numbered from 0. For one class per example ({@link
 * gloss.score.classification.Classified}): {@link gloss.score.classification.Accuracy}, {@link
 * gloss.score.classification.FScore} (precision, recall and F by class or averaged), {@link
 * gloss.score.classification.ConfusionMatrix} (counts of everything, from which the others follow).
 * For a score or probability of every class ({@link gloss.score.classification.ClassScores}):
 * {@link gloss.score.classification.TopK}, {@link gloss.score.classification.LogLoss}.
 *
 * <p>Values are fractions, 0 to 1, not per cent.
 */
@NullMarked
package gloss.score.classification;

import org.jspecify.annotations.NullMarked;
