/**
 * Scores as people read them: lines of text or JSON for one system ({@link
 * gloss.score.report.SingleReport}), a table or JSON for several ({@link
 * gloss.score.report.ComparisonReport}). The layout is sacreBLEU's, character by character.
 */
@NullMarked
package gloss.score.report;

import org.jspecify.annotations.NullMarked;
