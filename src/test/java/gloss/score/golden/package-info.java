/**
 * Conformance: every golden case of the reference tools in {@code $GLOSS_SHARED/golden}, where that
 * folder is there. {@link gloss.score.golden.GoldenTest} lists which class checks which tool.
 */
package gloss.score.golden;
