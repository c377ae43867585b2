package gloss.task;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.batch.SequenceBatch;
import gloss.batch.SequencePairs;
import gloss.batch.SortedBatches;
import gloss.decode.ForcedPredictions;
import gloss.nn.BatchArrays;
import gloss.nn.EncoderDecoder;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.nn.pointer.PointerNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a pointer network says at each place of summaries that are there already. */
final class ForcedWords {
  private static final int TOKENS_AT_ONCE = 4096;

  private static final double LEAST = 0.001;

  private final SummarizationModel model;

  ForcedWords(SummarizationModel model) {
    this.model = model;
  }

  /**
   * A place of a summary.
   *
   * @param id that stands there
   * @param logProbability of it
   * @param best the likeliest id
   * @param bestLogProbability of that
   * @param copied the share of the probability of {@code id} that comes from copying
   * @param pointers the places of the text that have some of the attention
   */
  record Place(
      int id,
      double logProbability,
      int best,
      double bestLogProbability,
      double copied,
      List<Pointer> pointers) {}

  /**
   * A place of a text that is looked at.
   *
   * @param at the place, from 0; the end mark has one, too
   * @param share of the attention
   */
  record Pointer(int at, double share) {}

  /** The places of each summary, the end mark last. */
  List<List<Place>> of(SequencePairs pairs) {
    int[] lengths = new int[pairs.size()];
    Arrays.setAll(lengths, i -> Math.max(pairs.sources()[i].length, pairs.targets()[i].length) + 1);
    SortedBatches batches = SortedBatches.of(lengths, TOKENS_AT_ONCE);
    List<List<List<Place>>> places = new ArrayList<>();
    for (int[] indices : batches.indices()) {
      places.add(of(SequenceBatch.of(pairs.select(indices), TokenizerPair.SPECIALS)));
    }
    return batches.restore(places);
  }

  private List<List<Place>> of(SequenceBatch batch) {
    try (NoGradients inference = new NoGradients();
        NDManager scope = model.manager().newSubManager()) {
      Pass pass = new Pass(new ParameterStore(scope, false), false);
      PointerNetwork network = model.network();
      EncoderDecoder.Memory memory =
          network.encode(
              pass,
              BatchArrays.ids(scope, batch.source()),
              BatchArrays.mask(scope, batch.source()));
      PointerNetwork.Choice choice =
          network.choose(
              pass,
              memory,
              BatchArrays.ids(scope, batch.decoderInput()),
              BatchArrays.positions(scope, batch.labels()));
      NDArray labels = BatchArrays.flat(scope, batch.labels());
      return places(
          batch,
          ForcedPredictions.of(network.logits(pass, choice, memory), labels),
          Pointers.of(choice));
    }
  }

  private static List<List<Place>> places(
      SequenceBatch batch, ForcedPredictions predictions, Pointers pointers) {
    List<List<Place>> places = new ArrayList<>();
    int at = 0;
    for (int row = 0; row < batch.rows(); row++) {
      List<Place> line = new ArrayList<>();
      for (int id : batch.labels().sequence(row)) {
        double logProbability = predictions.logProbabilities()[at];
        line.add(
            new Place(
                id,
                logProbability,
                predictions.best()[at],
                predictions.bestLogProbabilities()[at],
                Math.min(1, pointers.copied(at, id) / Math.exp(logProbability)),
                pointers.of(at)));
        at++;
      }
      places.add(line);
    }
    return places;
  }

  /** Where words are copied from: arrays over (places · text). */
  @SuppressWarnings("ArrayRecordComponent") // None is compared.
  private record Pointers(float[] gates, float[] logs, long[] sources) {
    static Pointers of(PointerNetwork.Choice choice) {
      return new Pointers(
          choice.gates().toFloatArray(),
          choice.logs().toFloatArray(),
          choice.sources().toLongArray());
    }

    private int columns() {
      return logs.length / gates.length;
    }

    /** (1 − g) Σ a over the places of the text that hold the id. */
    double copied(int place, int id) {
      double attention = 0;
      for (int i = place * columns(); i < (place + 1) * columns(); i++) {
        attention += sources[i] == id ? Math.exp(logs[i]) : 0;
      }
      return attention / (1 + Math.exp(gates[place]));
    }

    /** Tiny shares, of which a long text has very many, are left out. */
    List<Pointer> of(int place) {
      List<Pointer> some = new ArrayList<>();
      for (int i = 0; i < columns(); i++) {
        double share = Math.exp(logs[place * columns() + i]);
        if (share >= LEAST) {
          some.add(new Pointer(i, share));
        }
      }
      return some;
    }
  }
}
