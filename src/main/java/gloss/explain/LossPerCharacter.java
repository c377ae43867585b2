package gloss.explain;

import gloss.score.Breakdown;
import gloss.score.Metric;
import gloss.score.Signature;
import gloss.score.regression.ErrorBreakdown;

/**
 * The loss in nats by the characters of the reference, line ends counted: unlike that of a token it
 * can be compared between models with different subwords. Statistics of a line: its loss and its
 * characters.
 */
public record LossPerCharacter() implements Metric<Line> {
  @Override
  public String name() {
    return "loss";
  }

  @Override
  public Signature signature() {
    return Signature.empty().with("unit", "u", "nats-a-character");
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public double[] statistics(Line line) {
    return new double[] {
      line.loss(), line.reference().codePointCount(0, line.reference().length()) + 1.0
    };
  }

  @Override
  public Breakdown breakdown(double[] sums) {
    return new ErrorBreakdown(sums[0] / sums[1], Math.round(sums[1]));
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }
}
