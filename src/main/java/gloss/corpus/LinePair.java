package gloss.corpus;

/**
 * A line of the source text and the line of the target text that belongs to it.
 *
 * @param line its number in the text, from 1; where a text has several files it runs on
 */
public record LinePair(int line, String source, String target) {}
