package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import gloss.recipe.SentenceNetworkRecipe;
import gloss.subword.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * How much each sentence of a text belongs into a summary of it: a sentence is the mean of its
 * words, normalised, with its position added; then sentences look at each other in Transformer
 * layers (Liu and Lapata 2019, with words in the place of a pre-trained encoder), and a linear
 * layer gives each its score, the logarithm of the odds.
 */
public final class SentenceScorer extends Layer {
  private final Embedding words;
  private final LayerNorm sentenceNorm;
  private final PositionLayer positions;
  private final List<EncoderLayer> layers = new ArrayList<>();
  private final LayerNorm norm;
  private final Linear output;
  private final double dropout;

  /** Makes the network for a vocabulary of the size given. */
  public SentenceScorer(SentenceNetworkRecipe recipe, int vocabulary) {
    int size = recipe.size();
    dropout = recipe.dropout();
    words = addChildBlock("embedding", new Embedding(vocabulary, size));
    sentenceNorm = addChildBlock("sentence-norm", new LayerNorm(size));
    positions = addChildBlock("positions", new PositionLayer.Sinusoidal(size));
    for (int i = 0; i < recipe.layers(); i++) {
      layers.add(addChildBlock("layers." + i, new EncoderLayer(recipe.layer(), i + 1)));
    }
    norm = addChildBlock("norm", new LayerNorm(size));
    output = addChildBlock("output", new Linear(size, 1));
  }

  /**
   * The scores of sentences.
   *
   * @param ids words (texts, sentences, words), padded
   * @param mask boolean (texts, 1, 1, sentences), false on padding
   * @param wanted (n), which of the texts · sentences places are sentences
   * @return (n, 1)
   */
  public NDArray apply(Pass pass, NDArray ids, NDArray mask, NDArray wanted) {
    NDArray sentences = sentenceNorm.apply(pass, words.mean(pass, ids, Vocabulary.PAD));
    NDArray x = Kernels.dropout(positions.apply(pass, sentences, 0), pass.dropout(dropout));
    for (EncoderLayer layer : layers) {
      x = layer.apply(pass, x, mask, Packing.none());
    }
    NDArray seen = norm.apply(pass, Kernels.rowsAt(x, wanted));
    List<NDArray> last = output.values(pass);
    return Kernels.linear(seen, last.get(0), last.get(1));
  }

  /** Inputs: words, mask and wanted places. */
  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.get(0), inputs.get(1), inputs.get(2)));
  }
}
