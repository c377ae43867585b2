package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Token-level unlikelihood (Welleck et al. 2020, Neural Text Generation with Unlikelihood Training,
 * equation 3): what has been said already is not to be said again, unless the reference does. With
 * the negatives C_t = {y_1, …, y_{t−1}} \\ {y_t} of each token y_t
 *
 * <pre>L = −Σ_t Σ_{c ∈ C_t} ln(1 − p_t(c))</pre>
 *
 * <p>Beside cross-entropy, with a weight of about 1, against outputs that go round in circles.
 */
public final class Unlikelihood {
  private Unlikelihood() {}

  /**
   * The loss of all places, with gradient.
   *
   * @param logits (n, ids)
   * @param labels of each line; n in all
   */
  public static NDArray of(NDArray logits, int[][] labels) {
    int rows = Arrays.stream(labels).mapToInt(line -> line.length).sum();
    Require.that(
        logits.getShape().get(0) == rows,
        "%d rows of logits for %d labels".formatted(logits.getShape().get(0), rows));
    int most = Math.max(1, Arrays.stream(labels).mapToInt(Unlikelihood::different).max().orElse(1));
    long[] negatives = new long[rows * most];
    Arrays.fill(negatives, -1);
    int row = 0;
    for (int[] line : labels) {
      Set<Integer> said = new LinkedHashSet<>();
      for (int label : line) {
        int column = row * most;
        for (int word : said) {
          if (word != label) {
            negatives[column++] = word;
          }
        }
        said.add(label);
        row++;
      }
    }
    return LossKernels.call(
        "unlikelihood", logits, logits.getManager().create(negatives, new Shape(rows, most)));
  }

  private static int different(int[] line) {
    return (int) Arrays.stream(line).distinct().count();
  }
}
