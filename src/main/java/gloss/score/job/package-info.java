/**
 * The work behind the command {@code gloss score}, for any program that wants the same: {@link
 * gloss.score.job.ScoreInput} says what to read, {@link gloss.score.job.ScoreOptions} what to
 * compute and write, {@link gloss.score.job.ScoreJob} does it. Who scores the segments elsewhere
 * leaves what follows to {@link gloss.score.job.Conclusion}.
 *
 * <p>One pass: {@link gloss.score.job.ParallelReader} reads all files line by line side by side,
 * {@link gloss.score.job.CorpusScorer} scores blocks of lines on all cores, observers see the
 * segments in their order. Memory does not grow with the corpus unless a significance test needs
 * the statistics of every segment.
 */
@NullMarked
package gloss.score.job;

import org.jspecify.annotations.NullMarked;
