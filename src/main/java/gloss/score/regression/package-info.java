/**
 * Metrics for predicted numbers, by the definitions of scikit-learn, ill-defined cases included.
 *
 * <p>Of pairs of numbers ({@link gloss.score.regression.Estimate}): {@link
 * gloss.score.regression.Errors} lists the means of errors (MSE, RMSE, MAE), {@link
 * gloss.score.regression.RSquared} is the share of the variance that is explained.
 */
@NullMarked
package gloss.score.regression;

import org.jspecify.annotations.NullMarked;
