/**
 * Losses: what training makes small.
 *
 * <p>A loss is a fraction. Each {@link gloss.loss.Loss} returns a {@link gloss.loss.LossSum}, a sum
 * and the count that it stands for, and the trainer divides once; so gradient accumulation, batches
 * of any size and several losses at once need no further thought. {@link gloss.loss.Losses} lists
 * them by the names used in recipes.
 *
 * <p>To predict <em>one of several classes</em>, the next word included, begin with {@link
 * gloss.loss.CrossEntropy}. Where classes are rare, give it {@link gloss.loss.ClassWeights}; where
 * most examples are easy, take {@link gloss.loss.Focal}; {@link gloss.loss.GraduatedSmoothing}
 * keeps the network from being too sure, and {@link gloss.loss.Unlikelihood} keeps it from saying
 * things again. {@link gloss.loss.MultiClassHinge} wants the right order and no probabilities,
 * {@link gloss.loss.KullbackLeibler} distributions as targets, {@link gloss.loss.ProbabilityError}
 * is bounded. For <em>labels</em> that are on or off, each by itself, it is {@link
 * gloss.loss.BinaryCrossEntropy}, {@link gloss.loss.BinaryFocal}, {@link gloss.loss.Hinge} or
 * {@link gloss.loss.SquaredHinge}; {@link gloss.loss.OneVersusRest} lends them to classes.
 *
 * <p>To predict <em>numbers</em>, begin with {@link gloss.loss.MeanSquaredError}. With outliers
 * take {@link gloss.loss.Huber}, {@link gloss.loss.SmoothL1} or {@link gloss.loss.LogCosh}, {@link
 * gloss.loss.MeanAbsoluteError} for the median, {@link gloss.loss.Quantile} for other quantiles,
 * {@link gloss.loss.GeneralRobust} for full control, and {@link gloss.loss.AdaptiveRobust} where it
 * is not known how wild the errors are. {@link gloss.loss.Poisson} is for counts, {@link
 * gloss.loss.CosineEmbedding} for directions.
 *
 * <p>{@link gloss.loss.CombinedLoss} adds several up, with weights that are fixed or {@linkplain
 * gloss.loss.UncertaintyWeighting learned}; a {@link gloss.loss.Regularizer} adds a penalty on
 * weights.
 */
@NullMarked
package gloss.loss;

import org.jspecify.annotations.NullMarked;
