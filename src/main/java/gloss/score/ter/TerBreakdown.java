package gloss.score.ter;

import gloss.score.Breakdown;
import gloss.score.Decimals;
import java.util.List;

/**
 * TER with what it is made of.
 *
 * @param value in per cent; lower is better, more than 100 is possible
 * @param edits insertions, deletions, substitutions and shifts
 * @param referenceLength words of the references, the mean where there are several
 */
public record TerBreakdown(double value, long edits, double referenceLength) implements Breakdown {
  @Override
  public List<String> explain() {
    return List.of(
        edits + " edits against " + Decimals.shortest(referenceLength) + " words of the reference");
  }
}
