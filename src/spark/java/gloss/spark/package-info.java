/**
 * The work of Gloss on a cluster of Apache Spark, for corpora that outgrow one machine.
 *
 * <ul>
 *   <li>{@link gloss.spark.Scoring}: every metric, by adding up statistics; {@link
 *       gloss.spark.ClusterTrials} does its significance tests;
 *   <li>{@link gloss.spark.WritingLines}: translations, summaries, or whatever else a {@link
 *       gloss.spark.LineWriter} writes for each line;
 *   <li>{@link gloss.spark.DistributedTraining}: training on several workers;
 *   <li>{@link gloss.spark.Cluster}: the connection to the cluster, and {@link
 *       gloss.spark.ClusterFailure} what is told when it breaks;
 *   <li>{@link gloss.spark.TextFiles}, {@link gloss.spark.ParallelLines} and {@link
 *       gloss.spark.Output}: lines in and out, by any path that Hadoop knows.
 * </ul>
 *
 * <p>Results do not depend on how the data are parted. Tasks carry settings, not objects with
 * state: each executor makes its metrics and models from the same words as the driver.
 */
@NullMarked
package gloss.spark;

import org.jspecify.annotations.NullMarked;
