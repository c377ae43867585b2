package gloss.nn.recurrent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import gloss.nn.Kernels;
import gloss.nn.Layer;
import gloss.nn.Pass;
import gloss.recipe.RecurrentRecipe;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers that read a source: (rows, columns, size) → (rows, columns, size), with dropout between
 * them.
 *
 * <p>A bidirectional layer (Schuster and Paliwal 1997) is two of half the size, one of which reads
 * backwards from the last word; their vectors are joined. Padding stands after a sequence in both
 * directions, so that no word is ever read after it.
 */
final class RecurrentEncoder extends Layer {
  private final List<RecurrentLayer> forwards = new ArrayList<>();
  private final List<RecurrentLayer> backwards = new ArrayList<>();
  private final double dropout;

  RecurrentEncoder(RecurrentRecipe recipe) {
    int size = recipe.bidirectional() ? recipe.size() / 2 : recipe.size();
    for (int i = 0; i < recipe.encoderLayers(); i++) {
      forwards.add(layer("forward." + i, recipe, size));
      if (recipe.bidirectional()) {
        backwards.add(layer("backward." + i, recipe, size));
      }
    }
    dropout = recipe.dropout();
  }

  private RecurrentLayer layer(String name, RecurrentRecipe recipe, int size) {
    return addChildBlock(name, new RecurrentLayer(recipe.cell(), recipe.size(), size));
  }

  /** Reads x (rows, columns, size); mask (rows, 1, 1, columns) is false on padding. */
  NDArray apply(Pass pass, NDArray x, NDArray mask) {
    NDArray reversal = RecurrentKernels.reversal(mask);
    NDArray read = layer(pass, 0, x, reversal);
    for (int i = 1; i < forwards.size(); i++) {
      read = layer(pass, i, Kernels.dropout(read, pass.dropout(dropout)), reversal);
    }
    return read;
  }

  private NDArray layer(Pass pass, int i, NDArray x, NDArray reversal) {
    NDArray read = forwards.get(i).apply(pass, x);
    if (backwards.isEmpty()) {
      return read;
    }
    NDArray readBack = backwards.get(i).apply(pass, RecurrentKernels.reorder(x, reversal));
    return RecurrentKernels.join(read, RecurrentKernels.reorder(readBack, reversal));
  }

  /** Inputs: x (rows, columns, size), mask (rows, 1, 1, columns). */
  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.get(0), inputs.get(1)));
  }
}
