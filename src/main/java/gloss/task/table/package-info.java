/**
 * Tables: predicting a column of a table from the others, a class or a number.
 *
 * <p>{@link gloss.task.table.TableExperiment} is both tasks as trainings and commands know them,
 * {@link gloss.task.table.TableModel} the model that comes out: a network with the {@link
 * gloss.task.table.TableInput} that turns rows into numbers. {@link gloss.task.table.TableSplits}
 * finds the rows of a split, and {@link gloss.batch.Partition} sets some aside at random.
 */
@NullMarked
package gloss.task.table;

import org.jspecify.annotations.NullMarked;
