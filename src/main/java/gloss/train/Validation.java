package gloss.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How good a network is on held-out data.
 *
 * @param loss mean loss an item (for sequences a token, in nats), nothing added
 * @param metrics further figures by name, such as {@code bleu}
 * @param samples a few items to look at
 * @param outputs what the outputs look like as a whole; empty for a task that writes no text
 */
public record Validation(
    double loss, Map<String, Double> metrics, List<Sample> samples, Optional<Outputs> outputs) {
  /** Of a task that writes no text. */
  public Validation(double loss, Map<String, Double> metrics, List<Sample> samples) {
    this(loss, metrics, samples, Optional.empty());
  }

  /** What went in, what should come out, what came out. */
  public record Sample(String source, String reference, String hypothesis) {}

  /** {@code exp(loss)}, which means something where the loss is that of a token. */
  public double perplexity() {
    return Math.exp(loss);
  }
}
