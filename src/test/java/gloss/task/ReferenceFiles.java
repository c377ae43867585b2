package gloss.task;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import gloss.batch.PaddedBatch;
import gloss.batch.SequenceBatch;
import gloss.nn.Parameters;
import gloss.nn.Transformer;
import gloss.recipe.TransformerRecipe;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Batches and weights in files that another program can read to do the same work.
 *
 * <p>The file of batches is big-endian int32: vocabulary, number of batches, then for each batch
 * rows, source length, target length, and the ids of source, decoder input and labels, 0 for
 * padding. The file of weights is big-endian float32: the embedding, then for each encoder layer
 * the scales and shifts of the norm, the stacked projections of query, key and value, the output
 * projection, the second norm and the feed-forward layers, then the last norm, and likewise for the
 * decoder.
 */
final class ReferenceFiles {
  private ReferenceFiles() {}

  /** Writes batches over a vocabulary of the given size. */
  static void writeBatches(Path file, int vocabulary, List<SequenceBatch> batches)
      throws IOException {
    try (DataOutputStream out = open(file)) {
      out.writeInt(vocabulary);
      out.writeInt(batches.size());
      for (SequenceBatch batch : batches) {
        out.writeInt(batch.rows());
        out.writeInt(batch.source().columns());
        out.writeInt(batch.labels().columns());
        for (PaddedBatch part : List.of(batch.source(), batch.decoderInput(), batch.labels())) {
          for (int id : part.tokens()) {
            out.writeInt(id);
          }
        }
      }
    }
  }

  /** Writes all weights of a pre-norm network with one table of embeddings. */
  static void writeWeights(Path file, Transformer network, TransformerRecipe recipe)
      throws IOException {
    List<String> names = new ArrayList<>(List.of("target-embedding."));
    for (int i = 0; i < recipe.encoderLayers(); i++) {
      String layer = "encoder." + i + ".";
      attention(names, layer + "attention");
      feedForward(names, layer);
    }
    names.add("encoder.norm.");
    for (int i = 0; i < recipe.decoderLayers(); i++) {
      String layer = "decoder." + i + ".";
      attention(names, layer + "self-attention");
      attention(names, layer + "cross-attention");
      feedForward(names, layer);
    }
    names.add("decoder.norm.");
    Map<String, Parameter> parameters = Parameters.of(network);
    try (DataOutputStream out = open(file)) {
      for (String name : names) {
        if (name.endsWith("qkv.")) {
          String attention = name.substring(0, name.length() - 4);
          for (String kind : List.of("weight", "bias")) {
            write(out, parameters.get(attention + "query." + kind).getArray());
            write(out, parameters.get(attention + "key-value." + kind).getArray());
          }
        } else {
          for (String kind : List.of("weight", "scale", "bias", "shift")) {
            if (parameters.containsKey(name + kind)) {
              write(out, parameters.get(name + kind).getArray());
            }
          }
        }
      }
    }
  }

  private static void attention(List<String> names, String attention) {
    names.add(attention + "-residual.norm.");
    if (attention.endsWith("cross-attention")) {
      names.add(attention + ".query.");
      names.add(attention + ".key-value.");
    } else {
      names.add(attention + ".qkv.");
    }
    names.add(attention + ".output.");
  }

  private static void feedForward(List<String> names, String layer) {
    names.add(layer + "feed-forward-residual.norm.");
    names.add(layer + "feed-forward.inner.");
    names.add(layer + "feed-forward.outer.");
  }

  private static void write(DataOutputStream out, NDArray array) throws IOException {
    for (float value : array.toFloatArray()) {
      out.writeFloat(value);
    }
  }

  private static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
  }
}
