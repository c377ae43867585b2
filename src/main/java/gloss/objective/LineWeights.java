package gloss.objective;

import gloss.batch.SequenceBatch;
import gloss.text.InputException;
import gloss.text.LineReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the lines of a training text count: of a line with the weight w every target token counts w
 * times, and the loss is divided by the sum of these. So noisy or machine-made pairs may count less
 * than those that people wrote, and pairs of the domain that matters more (instance weighting, Wang
 * et al. 2017, Instance Weighting for Neural Machine Translation Domain Adaptation).
 */
public final class LineWeights {
  /** All lines count the same. */
  public static final LineWeights EVEN = new LineWeights(new float[0]);

  private final float[] weights;

  private LineWeights(float[] weights) {
    this.weights = weights;
  }

  /**
   * Reads a file with one number above 0 on each line.
   *
   * @param lines of the training text: as many must be in the file
   * @throws InputException if it is otherwise
   */
  public static LineWeights read(Path file, long lines) throws IOException {
    float[] weights = new float[Math.toIntExact(lines)];
    int count = 0;
    try (LineReader reader = LineReader.open(file)) {
      for (String line = reader.next(); line != null; line = reader.next()) {
        if (count < weights.length) {
          weights[count] = weight(line, file, count + 1);
        }
        count++;
      }
    }
    if (count != weights.length) {
      throw InputException.in(
          file, "has %,d weights, but the training text has %,d lines".formatted(count, lines));
    }
    return new LineWeights(weights);
  }

  private static float weight(String text, Path file, int line) {
    float weight = Float.NaN;
    try {
      weight = Float.parseFloat(text.strip());
    } catch (NumberFormatException e) {
      // Said below.
    }
    if (!(weight > 0) || Float.isInfinite(weight)) {
      throw InputException.at(
          file, line, "'" + text + "' is no weight: a number above 0 is needed");
    }
    return weight;
  }

  /** Whether all lines count the same. */
  public boolean even() {
    return weights.length == 0;
  }

  /** What each label of a batch counts that is no padding, row after row. */
  float[] ofTokens(SequenceBatch batch) {
    float[] counts = new float[batch.labelCount()];
    int[] lengths = batch.labels().lengths();
    int n = 0;
    for (int row = 0; row < batch.rows(); row++) {
      float weight = even() ? 1 : weights[batch.pairs().lines()[row] - 1];
      Arrays.fill(counts, n, n + lengths[row], weight);
      n += lengths[row];
    }
    return counts;
  }
}
