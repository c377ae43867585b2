package gloss.decode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.nn.DecoderState;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The continuations that networks have for a batch of sources. Several networks with one vocabulary
 * are an ensemble: the mean of their probabilities counts.
 */
public final class NetworkTokens implements NextTokens {
  private final Pass pass;
  private final NDManager manager;
  private final List<Member> members = new ArrayList<>();
  private final int[] sourceLengths;

  /** For each row its source. */
  private int[] sourceOfRow;

  private Columns columns;
  private @Nullable CutOutput cut;

  /** A network and what it remembers. */
  private record Member(SequenceNetwork network, DecoderState state) {
    EncoderDecoder layered() {
      if (network instanceof EncoderDecoder layered) {
        return layered;
      }
      throw new IllegalArgumentException("the network has no output layer that can be cut");
    }
  }

  /**
   * Sources to be read.
   *
   * @param ids (batch, source)
   * @param mask boolean (batch, 1, 1, source), false on padding
   * @param lengths without padding, one a row
   */
  public record Sources(NDArray ids, NDArray mask, int[] lengths) {}

  /**
   * Reads the sources.
   *
   * @param parent whose sub-manager holds the arrays until {@link #close}
   * @param sources are freed as soon as they are read
   * @param vocabulary how many tokens may follow
   */
  public NetworkTokens(
      List<? extends SequenceNetwork> networks,
      Pass pass,
      NDManager parent,
      Sources sources,
      int vocabulary) {
    this.pass = pass;
    columns = Columns.all(vocabulary);
    sourceLengths = sources.lengths();
    sourceOfRow = IntStream.range(0, sourceLengths.length).toArray();
    manager = parent.newSubManager();
    try (NDManager scope = manager.newSubManager()) {
      sources.ids().attach(scope);
      sources.mask().attach(scope);
      for (SequenceNetwork network : networks) {
        EncoderDecoder.Memory memory = network.encode(pass, sources.ids(), sources.mask());
        members.add(new Member(network, network.start(pass, manager, memory)));
      }
    }
  }

  /** From here on answers tell the attention, where the networks have any. */
  public NetworkTokens watchingAttention() {
    members.forEach(member -> member.state.watchAttention());
    return this;
  }

  /**
   * From here on each source has only some tokens to choose from.
   *
   * @param candidates of each source, in order; whatever is {@link Question#asked() asked} for is
   *     among them
   * @throws IllegalArgumentException for a network whose words do not come from one output layer
   */
  public NetworkTokens choosingAmong(List<int[]> candidates) {
    columns = Columns.of(candidates);
    cut =
        new CutOutput(
            members.stream().map(Member::layered).toList(), pass, manager, columns, candidates);
    return this;
  }

  @Override
  public Answer next(int[] newest, Question question) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray logits = logits(scope, scope.create(toLongs(newest), new Shape(newest.length, 1)));
      Question.Draw draw = question.draw();
      return draw == null
          ? best(logits, question)
          : DrawnTokens.of(logits, columns, question, draw, attention());
    }
  }

  private Answer best(NDArray logits, Question question) {
    int rows = sourceOfRow.length;
    float[] row = new float[columns.count()];
    // The engine's own memory: what is copied are single rows.
    FloatBuffer all = DecodeKernels.logProbabilities(logits).toByteBuffer(true).asFloatBuffer();
    return BestTokens.of(
        rows,
        i -> {
          all.get(i * row.length, row);
          return row;
        },
        columns,
        question,
        attention());
  }

  private NDArray logits(NDManager scope, NDArray tokens) {
    List<NDArray> logits = new ArrayList<>();
    for (Member member : members) {
      logits.add(
          cut == null
              ? member.network.step(pass, member.state, tokens)
              : cut.logits(
                  member.layered(),
                  member.layered().stepStates(pass, member.state, tokens),
                  scope.create(toLongs(sourceOfRow))));
    }
    return logits.size() == 1 ? logits.get(0) : DecodeKernels.mixture(logits);
  }

  /** The mean over those networks that tell their attention; null if none does. */
  private float @Nullable [][] attention() {
    List<float[][]> told = new ArrayList<>();
    for (Member member : members) {
      member.state.attention().ifPresent(attention -> told.add(withoutPadding(attention)));
    }
    return told.isEmpty() ? null : MeanAttention.of(told);
  }

  /** Padding is left out: what stands there depends on the batch. */
  private float[][] withoutPadding(NDArray attention) {
    float[] flat = attention.toFloatArray();
    int width = flat.length / sourceOfRow.length;
    float[][] rows = new float[sourceOfRow.length][];
    for (int row = 0; row < rows.length; row++) {
      int start = row * width;
      rows[row] = Arrays.copyOfRange(flat, start, start + sourceLengths[sourceOfRow[row]]);
    }
    return rows;
  }

  @Override
  public void select(int[] rows) {
    int[] before = sourceOfRow;
    sourceOfRow = Arrays.stream(rows).map(row -> before[row]).toArray();
    try (NDManager scope = manager.newSubManager()) {
      NDArray selected = scope.create(toLongs(rows));
      members.forEach(member -> member.state.select(selected));
    }
  }

  @Override
  public void close() {
    members.forEach(member -> member.state.close());
    manager.close();
  }

  private static long[] toLongs(int[] values) {
    long[] longs = new long[values.length];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = values[i];
    }
    return longs;
  }
}
