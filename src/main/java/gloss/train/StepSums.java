package gloss.train;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What the losses of a step's batches add up to.
 *
 * @param gradients of the sum of losses, divided by {@code unit}, in the order of the weights
 * @param unit the gradients' unit: where it is the count, they are those of the mean
 * @param plain the loss of the items, summed, nothing added for training only
 * @param count how many items
 */
record StepSums(List<NDArray> gradients, double unit, double plain, double count) {}
