package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a Transformer's decoder for few hypotheses, in plain Java; the arithmetic is that of
 * {@code decoder.py}. For few rows the engine takes longer to begin its hundred small operations
 * than to do them.
 *
 * <p>Each hypothesis holds the words of its past, which those that go on from it share.
 */
public final class HeapDecoder {
  private static final int FIRST_POSITIONS = 32;

  private final HeapWeights weights;
  private final IntFunction<float[]> positions;
  private final int heads;
  private final int watchedLayer;
  private float[] known = {};
  private List<Row> rows = new ArrayList<>();
  private float @Nullable [][] attention;

  /** Makes decoders of a network. */
  @FunctionalInterface
  public interface Maker {
    /** The decoder before its first words; {@code lengths} of the sources are without padding. */
    HeapDecoder make(EncoderDecoder.Memory memory, int[] lengths);
  }

  /**
   * A hypothesis.
   *
   * @param source for each layer and place of its source keys and values, head by head
   * @param words what it has written
   */
  private record Row(float[][][] source, Word[] words) {
    Row with(Word word) {
      Word[] longer = Arrays.copyOf(words, words.length + 1);
      longer[words.length] = word;
      return new Row(source, longer);
    }

    /** For each word query, key and value in a layer. */
    float[][] past(int layer) {
      float[][] past = new float[words.length][];
      for (int i = 0; i < past.length; i++) {
        past[i] = words[i].ofLayers[layer];
      }
      return past;
    }
  }

  /** A word of a hypothesis: for each layer queries, keys and values, head by head. */
  private record Word(float[][] ofLayers) {}

  /**
   * How the places of a sequence lie in their arrays.
   *
   * @param stride from one head to the next
   * @param key where a head's key begins; its value follows it
   */
  private record Layout(int stride, int key) {}

  /**
   * A decoder before its first words.
   *
   * @param sourceKeys for each layer (batch, heads, source, 2 · depth)
   * @param lengths of the sources, without padding
   * @param positions makes the vectors of so many positions, one after the other
   * @param watchedLayer whose attention is told
   */
  HeapDecoder(
      HeapWeights weights,
      List<NDArray> sourceKeys,
      int[] lengths,
      IntFunction<float[]> positions,
      int watchedLayer) {
    this.weights = weights;
    this.positions = positions;
    this.watchedLayer = watchedLayer;
    heads = Math.toIntExact(sourceKeys.get(0).getShape().get(1));
    List<float[]> flat = sourceKeys.stream().map(NDArray::toFloatArray).toList();
    Shape shape = sourceKeys.get(0).getShape();
    for (int i = 0; i < lengths.length; i++) {
      float[][][] source = new float[flat.size()][][];
      for (int layer = 0; layer < source.length; layer++) {
        source[layer] = places(flat.get(layer), shape, i, lengths[i]);
      }
      rows.add(new Row(source, new Word[0]));
    }
  }

  /** Keys and values of a source by place. */
  private static float[][] places(float[] flat, Shape shape, int source, int length) {
    int heads = (int) shape.get(1);
    int padded = (int) shape.get(2);
    int pair = (int) shape.get(3);
    float[][] places = new float[length][heads * pair];
    for (int head = 0; head < heads; head++) {
      int first = (source * heads + head) * padded * pair;
      for (int place = 0; place < length; place++) {
        System.arraycopy(flat, first + place * pair, places[place], head * pair, pair);
      }
    }
    return places;
  }

  /**
   * One more word of each hypothesis.
   *
   * @param tokens one a row
   * @return logits of what may follow, (rows)(vocabulary)
   */
  public float[][] step(int[] tokens) {
    float[][] x = embedded(tokens, rows.get(0).words.length);
    int layers = weights.layers().size();
    rows = rows.stream().map(row -> row.with(new Word(new float[layers][]))).toList();
    for (int layer = 0; layer < layers; layer++) {
      x = layer(x, layer);
    }
    HeapWeights.Norm last = weights.norm();
    return weights.output().of(last == null ? x : last.of(x));
  }

  /** Keeps the rows given, in that order; a row may come twice or not at all. */
  public void select(int[] chosen) {
    rows = Arrays.stream(chosen).mapToObj(rows::get).toList();
  }

  /** Where the last step looked in the sources: (rows)(source), each row with the sum 1. */
  public float[][] attention() {
    if (attention == null) {
      throw new IllegalStateException("there was no step yet");
    }
    return attention;
  }

  private float[][] embedded(int[] tokens, int position) {
    int size = weights.table()[0].length;
    if (known.length <= position * size) {
      known = positions.apply(Math.max(FIRST_POSITIONS, 2 * position));
    }
    float factor = (float) Math.sqrt(size);
    float[][] x = new float[tokens.length][size];
    for (int row = 0; row < x.length; row++) {
      float[] word = weights.table()[tokens[row]];
      for (int i = 0; i < size; i++) {
        x[row][i] = word[i] * factor + known[position * size + i];
      }
    }
    return x;
  }

  private float[][] layer(float[][] input, int index) {
    HeapWeights.Layer layer = weights.layers().get(index);
    float[][] heard = hear(layer.queryKeyValue().of(before(layer.selfNorm(), input)), index);
    float[][] x = after(layer.selfNorm(), layer.selfOutput().of(heard), input);
    float[][] seen = look(layer.query().of(before(layer.crossNorm(), x)), index);
    x = after(layer.crossNorm(), layer.crossOutput().of(seen), x);
    float[][] inner = layer.inner().of(before(layer.feedForwardNorm(), x));
    for (float[] row : inner) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.max(0, row[i]);
      }
    }
    return after(layer.feedForwardNorm(), layer.outer().of(inner), x);
  }

  /** What goes into a sublayer. */
  private float[][] before(HeapWeights.Norm norm, float[][] x) {
    return weights.norm() == null ? x : norm.of(x);
  }

  /** What comes out of a sublayer, together with what went past it. */
  private float[][] after(HeapWeights.Norm norm, float[][] y, float[][] input) {
    for (int row = 0; row < y.length; row++) {
      for (int i = 0; i < y[row].length; i++) {
        y[row][i] += input[row][i];
      }
    }
    return weights.norm() == null ? norm.of(y) : y;
  }

  /** Attention to what was written, {@code own} being each row's newest word in this layer. */
  private float[][] hear(float[][] own, int layer) {
    int depth = own[0].length / heads / 3;
    float[][] heard = new float[own.length][];
    for (int row = 0; row < own.length; row++) {
      Row hypothesis = rows.get(row);
      hypothesis.words[hypothesis.words.length - 1].ofLayers[layer] = own[row];
      heard[row] =
          attend(own[row], 3 * depth, hypothesis.past(layer), new Layout(3 * depth, depth), null);
    }
    return heard;
  }

  /** Attention to the sources. */
  private float[][] look(float[][] queries, int layer) {
    int depth = queries[0].length / heads;
    float[][] seen = new float[queries.length][];
    float[][] where = new float[queries.length][];
    for (int row = 0; row < queries.length; row++) {
      float[][] source = rows.get(row).source[layer];
      where[row] = new float[source.length];
      seen[row] = attend(queries[row], depth, source, new Layout(2 * depth, 0), where[row]);
    }
    if (layer == watchedLayer) {
      attention = where;
    }
    return seen;
  }

  /**
   * Attention of a row, head by head.
   *
   * @param stride from the query of a head to that of the next
   * @param mean takes the mean of the heads' weights, if it is wanted
   */
  private float[] attend(
      float[] query, int stride, float[][] places, Layout layout, float @Nullable [] mean) {
    int depth = weights.table()[0].length / heads;
    float[] seen = new float[heads * depth];
    float[] fits = new float[places.length];
    for (int head = 0; head < heads; head++) {
      int key = head * layout.stride + layout.key;
      for (int place = 0; place < fits.length; place++) {
        fits[place] = product(query, head * stride, places[place], key, depth);
      }
      softmax(fits);
      for (int place = 0; place < fits.length; place++) {
        add(fits[place], places[place], key + depth, seen, head * depth, depth);
        if (mean != null) {
          mean[place] += fits[place] / heads;
        }
      }
    }
    return seen;
  }

  /** The scalar product, in four sums that do not wait for each other. */
  private static float product(float[] x, int xAt, float[] y, int yAt, int depth) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = 0;
    for (; i + 4 <= depth; i += 4) {
      sum0 += x[xAt + i] * y[yAt + i];
      sum1 += x[xAt + i + 1] * y[yAt + i + 1];
      sum2 += x[xAt + i + 2] * y[yAt + i + 2];
      sum3 += x[xAt + i + 3] * y[yAt + i + 3];
    }
    for (; i < depth; i++) {
      sum0 += x[xAt + i] * y[yAt + i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  private static void add(float weight, float[] x, int xAt, float[] sum, int at, int depth) {
    for (int i = 0; i < depth; i++) {
      sum[at + i] += weight * x[xAt + i];
    }
  }

  private static void softmax(float[] x) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float value : x) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) Math.exp(x[i] - largest);
      sum += x[i];
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (x[i] / sum);
    }
  }
}
