/**
 * From sequences of ids to rectangles: which examples go together, in which order, and how they are
 * padded. Plain {@code int[][]}, no tensors, and nothing that changes: a batch is a function of the
 * lengths, the seed and the epoch.
 *
 * <p>Training takes its batches from {@link gloss.batch.TokenBatches}; decoding from {@link
 * gloss.batch.SortedBatches}, which puts the results back in order. {@link
 * gloss.batch.SequenceBatch} is one batch of pairs, ready to be made into tensors.
 */
@NullMarked
package gloss.batch;

import org.jspecify.annotations.NullMarked;
