package gloss.nn.pointer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;
import gloss.nn.DecoderState;
import gloss.nn.EncoderDecoder;
import gloss.nn.Kernels;
import gloss.nn.Layer;
import gloss.nn.Linear;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;
import org.jspecify.annotations.Nullable;

/**
 * A pointer-generator (See et al. 2017) on top of an encoder–decoder: the next word is made from
 * the vocabulary or copied from a place of the source. With h_t the decoder's states, m_i the
 * encoder's vectors and x_i the source's words,
 *
 * <pre>
 * q_t = W_q h_t + b_q        k_i = W_k m_i + b_k
 * c_ti = Σ_{s&lt;t} a_si                                    coverage
 * a_t = softmax_i((q_t · k_i + c_ti q_t · u) / √size)    pointers: attention that knows c
 * v_t = Σ_i a_ti m_i                                     what is heard
 * g_t = σ(w_g [h_t; v_t] + b_g)                          generation probability
 * p_t = softmax(E (h_t + W_v v_t + b_v))                 vocabulary, E the output layer
 * P(w) = g_t p_t(w) + (1 − g_t) Σ_{i: x_i = w} a_ti
 * </pre>
 *
 * <p>Coverage is attended to from a certain update of training on; u starts at 0, which is no
 * coverage. What is seen again, Σ_t Σ_i min(a_ti, c_ti), is for the loss.
 *
 * <p>Sources hold <em>extended</em> ids: those from the vocabulary's size on are words of this
 * source alone, read as the unknown word and written by copying. {@code logits} are the logarithms
 * of P over all ids up to the largest of the sources given.
 */
public final class PointerNetwork extends Layer implements SequenceNetwork {
  private final EncoderDecoder base;
  private final Settings settings;
  private final Linear query;
  private final Linear key;
  private final Linear heard;
  private final Parameter gate;
  private final Parameter gateBias;
  private final @Nullable Parameter coverage;

  /**
   * What a pointer network is made for.
   *
   * @param size of the base's vectors
   * @param vocabulary how many words it can make
   * @param unknown the id that stands for all other words where they are read
   * @param dropout of what is heard
   * @param coverage whether pointers can mind the coverage
   * @param coverageFrom the update of training from which on they do
   */
  public record Settings(
      int size, int vocabulary, int unknown, double dropout, boolean coverage, long coverageFrom) {}

  /** Puts pointers on a network. */
  public PointerNetwork(EncoderDecoder base, Settings settings) {
    this.base = addChildBlock("base", base);
    this.settings = settings;
    int size = settings.size();
    query = addChildBlock("pointer-query", new Linear(size, size));
    key = addChildBlock("pointer-key", new Linear(size, size));
    heard = addChildBlock("pointer-output", new Linear(size, size));
    gate = parameter("pointer-gate", Parameter.Type.WEIGHT, new XavierInitializer(), 1, 2L * size);
    gateBias = parameter("pointer-gate-bias", Parameter.Type.BIAS, Initializer.ZEROS, 1);
    coverage =
        settings.coverage()
            ? parameter("pointer-coverage", Parameter.Type.WEIGHT, Initializer.ZEROS, size)
            : null;
  }

  /** The update of training from which on coverage is minded. */
  public boolean minds(Pass pass) {
    return coverage != null && (!pass.training() || pass.step() >= settings.coverageFrom());
  }

  /** How many words it can make, beside those that it can copy. */
  public int vocabulary() {
    return settings.vocabulary();
  }

  private NDArray known(NDArray ids) {
    return PointerKernels.known(ids, settings.vocabulary(), settings.unknown());
  }

  @Override
  public void freeze() {
    base.freeze();
  }

  @Override
  public EncoderDecoder.Memory encode(Pass pass, NDArray source, NDArray mask) {
    EncoderDecoder.Memory memory = base.encode(pass, known(source), mask);
    return new EncoderDecoder.Memory(memory.vectors(), memory.mask(), source);
  }

  /**
   * What some words are chosen by, before the output layer.
   *
   * @param states h + W_v v + b_v (n, size)
   * @param gates (n), of which g is the logistic function
   * @param logs ln a (n, source)
   * @param sources extended ids (n, source)
   * @param again Σ_i min(a, c) of each word (n); 0 where coverage is not minded
   */
  public record Choice(
      NDArray states, NDArray gates, NDArray logs, NDArray sources, NDArray again) {}

  /**
   * Teacher forcing up to the output layer.
   *
   * @param target extended ids (batch, target), starting with the beginning-of-sequence mark
   * @param positions (n), which of the batch · target positions are wanted
   */
  public Choice choose(Pass pass, EncoderDecoder.Memory memory, NDArray target, NDArray positions) {
    Shape shape = target.getShape();
    NDManager manager = memory.vectors().getManager();
    NDArray all = manager.arange((int) shape.size()).toType(positions.getDataType(), false);
    NDArray flat = base.states(pass, memory, known(target), all);
    NDArray states = flat.reshape(shape.get(0), shape.get(1), settings.size());
    NDArray keys = key.apply(pass, memory.vectors());
    NDArray covered = manager.zeros(memory.ids().getShape());
    NDList points = points(pass, states, keys, memory.mask(), covered);
    NDArray sees = PointerKernels.hear(points.get(0), memory.vectors());
    return new Choice(
        Kernels.rowsAt(told(pass, states, sees), positions),
        Kernels.rowsAt(gate(pass, states, sees).expandDims(2), positions).squeeze(1),
        Kernels.rowsAt(points.get(0), positions),
        PointerKernels.rowsOf(memory.ids(), positions, (int) shape.get(1)),
        Kernels.rowsAt(points.get(2).expandDims(2), positions).squeeze(1));
  }

  private NDList points(Pass pass, NDArray states, NDArray keys, NDArray mask, NDArray covered) {
    NDArray u = coverage != null && minds(pass) ? pass.value(coverage) : null;
    return PointerKernels.point(query.apply(pass, states), keys, mask, covered, u);
  }

  private NDArray told(Pass pass, NDArray states, NDArray sees) {
    return Kernels.addDropout(states, heard.apply(pass, sees), pass.dropout(settings.dropout()));
  }

  private NDArray gate(Pass pass, NDArray states, NDArray sees) {
    return PointerKernels.gate(states, sees, pass.value(gate), pass.value(gateBias));
  }

  /** The output layer of what is made and not copied. */
  public EncoderDecoder.Output output(Pass pass) {
    return base.output(pass);
  }

  @Override
  public NDArray logits(
      Pass pass, EncoderDecoder.Memory memory, NDArray target, NDArray positions) {
    return logits(pass, choose(pass, memory, target, positions), memory);
  }

  /** The logits that a choice from the words of sources comes to. */
  public NDArray logits(Pass pass, Choice choice, EncoderDecoder.Memory memory) {
    return PointerKernels.mixture(
        Kernels.linear(choice.states, output(pass)),
        choice.gates,
        choice.logs,
        choice.sources,
        extended(memory.ids()));
  }

  /** How many ids there are with those of the sources. */
  private int extended(NDArray sources) {
    return (int) Math.max(settings.vocabulary(), sources.max().getLong() + 1);
  }

  @Override
  public DecoderState start(Pass pass, NDManager owner, EncoderDecoder.Memory memory) {
    return new PointerState(
        owner.newSubManager(),
        manager -> base.start(pass, manager, memory),
        new PointerState.Source(
            memory.vectors(), key.apply(pass, memory.vectors()), memory.mask(), memory.ids()),
        extended(memory.ids()));
  }

  @Override
  public NDArray step(Pass pass, DecoderState state, NDArray tokens) {
    PointerState pointers = (PointerState) state;
    PointerState.Source source = pointers.source();
    NDArray states = base.stepStates(pass, pointers.base(), known(tokens)).expandDims(1);
    NDList points = points(pass, states, source.keys(), source.mask(), pointers.covered());
    NDArray sees = PointerKernels.hear(points.get(0), source.vectors());
    NDArray logs = points.get(0).squeeze(1);
    NDArray mixed =
        PointerKernels.mixture(
            Kernels.linear(told(pass, states, sees).squeeze(1), output(pass)),
            gate(pass, states, sees).squeeze(1),
            logs,
            source.ids(),
            pointers.extended());
    pointers.advance(points.get(1), logs);
    return mixed;
  }

  /** Inputs: source, mask, target and wanted positions; output: logits (n, extended ids). */
  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    EncoderDecoder.Memory memory = encode(pass, inputs.get(0), inputs.get(1));
    return new NDList(logits(pass, memory, inputs.get(2), inputs.get(3)));
  }

  /** Where no source has a word of its own. */
  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[3].get(0), settings.vocabulary())};
  }
}
