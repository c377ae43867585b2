/**
 * From sequences of ids to rectangles: which examples go together, in which order, and how they are
 * padded. Plain {@code int[][]}, no tensors; a batch is a function of the data, the seed and the
 * epoch.
 *
 * <p>Training text of any size lies in a {@link gloss.batch.PairFile}, and {@link
 * gloss.batch.EpochBatches} draws the batches of each epoch from it, a part in memory at a time.
 * What is in memory as a whole is put together by {@link gloss.batch.TokenBatches} for training and
 * by {@link gloss.batch.SortedBatches} for decoding, which puts the results back in order. {@link
 * gloss.batch.SequenceBatch} is one batch of pairs, ready to be made into tensors. {@link
 * gloss.batch.Partition} sets examples aside for validation, test and cross-validation.
 */
@NullMarked
package gloss.batch;

import org.jspecify.annotations.NullMarked;
