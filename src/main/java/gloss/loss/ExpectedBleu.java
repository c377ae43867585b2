package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * 1 − BLEU with the expected numbers of n-grams in place of the counted ones, which makes it a
 * smooth function of the probabilities (in the spirit of Zhukov and Kretov 2017, Differentiable
 * lower bound for expected BLEU score; Shao et al. 2018, Greedy search with probabilistic n-gram
 * matching). With p_t(v) the probability of the subword v at place t of an output of T subwords,
 * and c_g how often the reference has the n-gram g:
 *
 * <pre>
 * E_g = Σ_t Π_k p_{t+k}(g_k)                   matched_n = Σ_g min(E_g, c_g)
 * L = 1 − BP · exp( 1/N · Σ_n ln((matched_n + s_n) / (T − n + 1 + s_n)) )
 * </pre>
 *
 * with s_1 = 0 and s_n = 1 for longer n-grams, orders longer than the output left out, and BP the
 * brevity penalty of T, which is taken as it is: nothing here changes lengths, so mix it with
 * cross-entropy.
 *
 * @param order N, the longest n-gram
 */
public record ExpectedBleu(int order) {
  /** Checks the order. */
  public ExpectedBleu {
    Require.that(order >= 1, "the order must be at least 1, is " + order);
  }

  /**
   * A line of the batch.
   *
   * @param rows of the logits that are its
   * @param words how many of these are places of its output, the first ones: T
   * @param reference ids of what should have been written
   */
  public record Line(int rows, int words, int[] reference) {
    /** What the line counts: as in other losses, its tokens with the end mark. */
    double weight() {
      return reference.length + 1.0;
    }

    private double brevity() {
      return words >= reference.length || words == 0
          ? 1
          : Math.exp(1 - reference.length / (double) words);
    }
  }

  /**
   * The loss of some lines, each times the number of its target tokens, which is what is counted.
   *
   * @param logits (all rows of all lines, vocabulary)
   */
  public LossSum of(NDArray logits, List<Line> lines) {
    List<Grams> grams = IntStream.rangeClosed(1, order).mapToObj(Grams::new).toList();
    double[] places = new double[4 * lines.size()];
    double[] ends = new double[order * lines.size()];
    int row = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      double[] ofLine = {row, line.words, line.brevity(), line.weight()};
      System.arraycopy(ofLine, 0, places, ofLine.length * i, ofLine.length);
      for (int n = 0; n < order; n++) {
        grams.get(n).add(line.reference);
        ends[order * i + n] = grams.get(n).size();
      }
      row += line.rows;
    }
    NDManager manager = logits.getManager();
    NDList sums =
        LossKernels.LIBRARY.several(
            "expected_bleu",
            logits,
            grams.stream().map(some -> some.ids(manager)).toList(),
            grams.stream().map(some -> some.counts(manager)).toList(),
            places,
            ends);
    double count = lines.stream().mapToDouble(Line::weight).sum();
    return new LossSum(sums.get(0), LossSum.number(sums.get(1)), count);
  }

  /** The different n-grams of references, one reference after the other. */
  private static final class Grams {
    private final int n;
    private final List<Integer> ids = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();

    Grams(int n) {
      this.n = n;
    }

    void add(int[] reference) {
      Map<List<Integer>, Integer> found = new LinkedHashMap<>();
      for (int i = 0; i + n <= reference.length; i++) {
        List<Integer> gram =
            Arrays.stream(Arrays.copyOfRange(reference, i, i + n)).boxed().toList();
        found.merge(gram, 1, Integer::sum);
      }
      found.keySet().forEach(ids::addAll);
      counts.addAll(found.values());
    }

    int size() {
      return counts.size();
    }

    /** (n-grams, n). */
    NDArray ids(NDManager manager) {
      long[] values = ids.stream().mapToLong(Integer::longValue).toArray();
      return manager.create(values, new Shape(size(), n));
    }

    /** How often the reference of each has it. */
    NDArray counts(NDManager manager) {
      float[] values = new float[size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = counts.get(i);
      }
      return manager.create(values);
    }
  }
}
