/**
 * Turns what a training run wrote into one page that a person reads.
 *
 * <p>{@link gloss.report.Report} is the way in: it reads {@code log.jsonl} and the resolved recipe
 * from a model's folder and writes {@code report.html}, a single file that needs no network, no
 * server and, for all but its curves, no JavaScript. On the way, {@link gloss.report.TrainingLog}
 * reads events, {@code History} joins the events of a run that was resumed, {@code Findings} looks
 * for trouble, and {@code Charts}, {@code Overview}, {@code Tables} and {@code Samples} each write
 * one part of the page. {@link gloss.report.ReportPage} keeps the page up to date during training.
 */
@NullMarked
package gloss.report;

import org.jspecify.annotations.NullMarked;
