package gloss.nn.recurrent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import gloss.nn.Kernels;
import gloss.nn.Layer;
import gloss.nn.Pass;
import gloss.recipe.Cell;
import gloss.recipe.RecurrentRecipe;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers that write: with x_t the embedded word before, m the memory and h̃ the attentional vectors
 * of {@link GlobalAttention},
 *
 * <pre>
 * s_0 = tanh(W_0 mean_s(m_s) + b_0)      every layer's first state (Sennrich et al. 2017, Nematus)
 * h_t, s_t = layers(x_t, s_{t−1})        without input feeding
 * h_t, s_t = layers([x_t; h̃_{t−1}], s_{t−1})     with it, h̃_0 = 0 (Luong et al. 2015, section 3.3)
 * h̃_t = attention(h_t, m)
 * </pre>
 *
 * <p>and dropout between layers. Without input feeding no step waits for the attention of the one
 * before: the layers go through all words first, then all attend at once.
 */
final class RecurrentDecoder extends Layer {
  private final List<RecurrentLayer> layers = new ArrayList<>();
  private final GlobalAttention attention;
  private final Parameter firstState;
  private final Parameter firstStateBias;
  private final boolean inputFeeding;
  private final double dropout;
  private final int width;

  RecurrentDecoder(RecurrentRecipe recipe) {
    Cell cell = recipe.cell();
    int size = recipe.size();
    inputFeeding = recipe.inputFeeding();
    dropout = recipe.dropout();
    width = RecurrentLayer.states(cell);
    for (int i = 0; i < recipe.decoderLayers(); i++) {
      int in = i == 0 && inputFeeding ? 2 * size : size;
      layers.add(addChildBlock("layer." + i, new RecurrentLayer(cell, in, size)));
    }
    attention = addChildBlock("attention", new GlobalAttention(recipe.attention(), size, dropout));
    long states = (long) recipe.decoderLayers() * width * size;
    firstState = parameter("first-state", Parameter.Type.WEIGHT, Initializer.ZEROS, states, size);
    firstStateBias = parameter("first-state-bias", Parameter.Type.BIAS, Initializer.ZEROS, states);
  }

  /** What every step attends to. */
  Source source(Pass pass, NDArray memory, NDArray mask) {
    return attention.source(pass, memory, mask);
  }

  /**
   * The state before the first word: with input feeding the attentional vector, then the states of
   * the layers, each (rows, size).
   */
  List<NDArray> firstState(Pass pass, Source source) {
    List<NDArray> state = new ArrayList<>();
    NDArray memory = source.memory();
    if (inputFeeding) {
      Shape shape = memory.getShape();
      state.add(memory.getManager().zeros(new Shape(shape.get(0), shape.get(2))));
    }
    state.addAll(
        RecurrentKernels.firstState(
            memory,
            source.mask(),
            pass.value(firstState),
            pass.value(firstStateBias),
            layers.size() * width));
    return state;
  }

  /**
   * What some steps give.
   *
   * @param vectors attentional vectors (rows, steps, size)
   * @param weights of attention (rows, steps, columns)
   * @param state after the last step
   */
  record Steps(NDArray vectors, NDArray weights, List<NDArray> state) {}

  /** Takes in words x (rows, steps, size): a whole target or the next word. */
  Steps apply(Pass pass, NDArray x, List<NDArray> state, Source source) {
    return inputFeeding ? fed(pass, x, state, source) : free(pass, x, state, source);
  }

  private Steps fed(Pass pass, NDArray x, List<NDArray> state, Source source) {
    List<NDArray> parameters = new ArrayList<>();
    layers.forEach(layer -> parameters.addAll(layer.parameters(pass)));
    NDList results =
        RecurrentKernels.feed(
            x, state, parameters, source, attention.weights(pass), pass.dropout(dropout));
    return new Steps(results.get(0), results.get(1), results.subList(2, results.size()));
  }

  private Steps free(Pass pass, NDArray x, List<NDArray> state, Source source) {
    List<NDArray> newState = new ArrayList<>();
    NDArray h = x;
    for (int i = 0; i < layers.size(); i++) {
      NDArray in = i == 0 ? h : Kernels.dropout(h, pass.dropout(dropout));
      NDList out = layers.get(i).apply(pass, in, state.subList(i * width, (i + 1) * width));
      h = out.head();
      newState.addAll(out.subList(1, out.size()));
    }
    NDList heard = attention.apply(pass, h, source);
    return new Steps(heard.get(0), heard.get(1), newState);
  }

  /** Inputs: x (rows, steps, size), memory (rows, columns, size), mask (rows, 1, 1, columns). */
  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    Source source = source(pass, inputs.get(1), inputs.get(2));
    return new NDList(apply(pass, inputs.get(0), firstState(pass, source), source).vectors());
  }
}
