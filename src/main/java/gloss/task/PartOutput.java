package gloss.task;

import gloss.decode.Hypothesis;

/**
 * An output for a part of a line.
 *
 * @param text without line feeds
 * @param score what outputs are ranked by
 * @param hypothesis that it was made of
 * @param alignment of the part's words and the text's
 */
record PartOutput(String text, double score, Hypothesis hypothesis, Alignment alignment) {
  PartOutput withScore(double other) {
    return new PartOutput(text, other, hypothesis, alignment);
  }
}
