package gloss.task;

import gloss.decode.Hypothesis;
import java.util.List;

/**
 * An output for a part of a line.
 *
 * @param text without line feeds
 * @param score what outputs are ranked by
 * @param hypothesis that it was made of
 * @param links between the part's words and the text's
 */
record PartOutput(String text, double score, Hypothesis hypothesis, List<WordLink> links) {
  PartOutput withScore(double other) {
    return new PartOutput(text, other, hypothesis, links);
  }
}
