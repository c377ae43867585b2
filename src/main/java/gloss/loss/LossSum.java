package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * A loss summed over some items, and how many they were; the loss is {@code sum / count}.
 *
 * @param sum scalar with gradient
 * @param plain the same sum as a number without what was added for training only, such as label
 *     smoothing: what is reported
 * @param count of items, e.g. target tokens
 */
public record LossSum(NDArray sum, double plain, double count) {}
