/**
 * The command {@code gloss score}: sacreBLEU's options, ROUGE, and gates for builds. {@link
 * gloss.cli.score.ScoreCommand} parses them, group by group, into {@code
 * gloss.score.job.ScoreOptions}; the work is done there.
 */
@NullMarked
package gloss.cli.score;

import org.jspecify.annotations.NullMarked;
