package gloss.score.bleu;

import gloss.score.Breakdown;
import gloss.score.Decimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * BLEU with the parts of its formula; index <em>n</em> − 1 belongs to the n-grams of order
 * <em>n</em>.
 *
 * @param value 0 to 100
 * @param matches n-grams of the hypotheses that a reference has, clipped; add-k smoothing included
 * @param totals n-grams of the hypotheses; add-k smoothing included
 * @param precisions 100 × matches / totals, smoothed
 * @param brevityPenalty 1, or exp(1 − reference length / hypothesis length) if that is shorter
 * @param lengths tokens of the hypotheses and of the references closest in length
 * @param missed lines that name n-grams which did not match; empty for a corpus
 */
public record BleuBreakdown(
    double value,
    List<Double> matches,
    List<Double> totals,
    List<Double> precisions,
    double brevityPenalty,
    Lengths lengths,
    Supplier<List<String>> missed)
    implements Breakdown {

  /** Lengths in tokens. */
  public record Lengths(long hypothesis, long reference) {
    /** Hypothesis over reference length; 0 if the reference is empty. */
    public double ratio() {
      return reference == 0 ? 0 : (double) hypothesis / reference;
    }
  }

  BleuBreakdown withMissed(Supplier<List<String>> lines) {
    return new BleuBreakdown(value, matches, totals, precisions, brevityPenalty, lengths, lines);
  }

  @Override
  public String summary() {
    return precisions.stream().map(p -> Decimals.fixed(p, 1)).collect(Collectors.joining("/"))
        + " (BP = "
        + Decimals.fixed(brevityPenalty, 3)
        + " ratio = "
        + Decimals.fixed(lengths.ratio(), 3)
        + " hyp_len = "
        + lengths.hypothesis()
        + " ref_len = "
        + lengths.reference()
        + ")";
  }

  @Override
  public List<String> explain() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < precisions.size(); i++) {
      lines.add(order(i));
    }
    lines.add(brevity());
    lines.addAll(missed.get());
    return lines;
  }

  private String order(int i) {
    return (i + 1)
        + "-grams: "
        + count(matches.get(i))
        + " of "
        + count(totals.get(i))
        + " match, precision "
        + Decimals.fixed(precisions.get(i), 1)
        + (matches.get(i) == 0 && precisions.get(i) > 0 ? " by smoothing" : "");
  }

  private static String count(double x) {
    return x == Math.rint(x) ? Long.toString((long) x) : Decimals.shortest(x);
  }

  private String brevity() {
    String fact =
        lengths.hypothesis() + " tokens against " + lengths.reference() + " of the reference";
    return brevityPenalty == 1
        ? "no brevity penalty: " + fact
        : "brevity penalty " + Decimals.fixed(brevityPenalty, 3) + ": " + fact;
  }

  static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
