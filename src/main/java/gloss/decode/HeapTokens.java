package gloss.decode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.nn.EncoderDecoder;
import gloss.nn.HeapDecoder;
import gloss.nn.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The continuations that networks have for few hypotheses, computed in the Java heap; otherwise as
 * {@link NetworkTokens}.
 */
public final class HeapTokens implements NextTokens {
  /** More hypotheses are the engine's. */
  static final int FEW = 8;

  private final NDManager manager;
  private final List<HeapDecoder> decoders;
  private boolean watching;

  private HeapTokens(NDManager manager, List<HeapDecoder> decoders) {
    this.manager = manager;
    this.decoders = decoders;
  }

  /**
   * Reads the sources, if their hypotheses are few and the networks can do it in the heap.
   *
   * @param manager whose sub-managers hold arrays, none longer than a call
   * @param sources are freed as soon as they are read, if they are read
   * @param hypotheses of a source at most
   */
  public static Optional<HeapTokens> of(
      List<? extends EncoderDecoder> networks,
      Pass pass,
      NDManager manager,
      NetworkTokens.Sources sources,
      int hypotheses) {
    if (hypotheses > FEW / sources.lengths().length) {
      return Optional.empty();
    }
    List<Optional<HeapDecoder.Maker>> makers =
        networks.stream().map(network -> network.inHeap(pass)).toList();
    if (makers.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<HeapDecoder> decoders = new ArrayList<>();
    try (NDManager scope = manager.newSubManager()) {
      sources.ids().attach(scope);
      sources.mask().attach(scope);
      for (int i = 0; i < makers.size(); i++) {
        EncoderDecoder.Memory memory = networks.get(i).encode(pass, sources.ids(), sources.mask());
        decoders.add(makers.get(i).orElseThrow().make(memory, sources.lengths()));
      }
    }
    return Optional.of(new HeapTokens(manager, decoders));
  }

  /** From here on answers tell the attention. */
  public HeapTokens watchingAttention() {
    watching = true;
    return this;
  }

  @Override
  public Answer next(int[] newest, Question question) {
    float[][] logits = logits(newest);
    Question.Draw draw = question.draw();
    return draw == null
        ? BestTokens.of(
            logits.length,
            row -> LogSoftmax.of(logits[row]),
            Columns.all(logits[0].length),
            question,
            attention())
        : drawn(logits, question, draw);
  }

  private float[][] logits(int[] newest) {
    List<float[][]> ofEach = decoders.stream().map(decoder -> decoder.step(newest)).toList();
    float[][] first = ofEach.get(0);
    for (int row = 0; ofEach.size() > 1 && row < first.length; row++) {
      int at = row;
      first[row] = mixture(ofEach.stream().map(logits -> logits[at]).toList());
    }
    return first;
  }

  /** The logarithm of the mean of the models' probabilities. */
  private static float[] mixture(List<float[]> logits) {
    double[] sum = new double[logits.get(0).length];
    for (float[] ofModel : logits) {
      float[] logProbabilities = LogSoftmax.of(ofModel);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += Math.exp(logProbabilities[i]);
      }
    }
    float[] mixture = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mixture[i] = (float) Math.log(sum[i] / logits.size());
    }
    return mixture;
  }

  /** What is drawn is the engine's, so that the same numbers draw the same tokens. */
  private Answer drawn(float[][] logits, Question question, Question.Draw draw) {
    int vocabulary = logits[0].length;
    float[] flat = new float[logits.length * vocabulary];
    for (int row = 0; row < logits.length; row++) {
      System.arraycopy(logits[row], 0, flat, row * vocabulary, vocabulary);
    }
    Columns all = Columns.all(vocabulary);
    try (NDManager scope = manager.newSubManager()) {
      NDArray array = scope.create(flat, new Shape(logits.length, vocabulary));
      return DrawnTokens.of(array, all, question, draw, attention());
    }
  }

  /** The mean over the networks. */
  private float @Nullable [][] attention() {
    return watching
        ? MeanAttention.of(decoders.stream().map(HeapDecoder::attention).toList())
        : null;
  }

  @Override
  public void select(int[] rows) {
    decoders.forEach(decoder -> decoder.select(rows));
  }

  /** There is nothing to free: all that it holds is in the heap. */
  @Override
  public void close() {}
}
