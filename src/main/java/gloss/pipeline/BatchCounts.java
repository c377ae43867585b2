package gloss.pipeline;

/**
 * What a model has done since it was loaded; {@code requests / batches} says how well requests of
 * several callers gather.
 *
 * @param batches how many
 * @param requests how many were in them, together
 */
public record BatchCounts(long batches, long requests) {}
