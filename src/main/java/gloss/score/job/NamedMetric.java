package gloss.score.job;

import gloss.score.TextMetric;

/**
 * A metric under the name by which the user asked for it.
 *
 * @param name as in the index, such as {@code bleu}
 * @param metric what it stands for
 */
public record NamedMetric(String name, TextMetric metric) {}
