package gloss.score.rouge;

import gloss.score.Signature;

/**
 * What is left of many scores after resampling.
 *
 * @param low lower end of the confidence interval
 * @param mid the median of the resampled means; not the mean of the scores
 * @param high upper end of the confidence interval
 * @param signature the settings of the metric and of the resampling
 */
public record AggregateScore(
    RougeScore low, RougeScore mid, RougeScore high, Signature signature) {}
