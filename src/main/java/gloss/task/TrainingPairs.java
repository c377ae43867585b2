package gloss.task;

import gloss.batch.Curriculum;
import gloss.batch.EpochBatches;
import gloss.batch.Filtered;
import gloss.batch.PairFile;
import gloss.batch.SequenceBatch;
import gloss.batch.SequencePairs;
import gloss.batch.TokenBatches;
import gloss.corpus.Checksum;
import gloss.corpus.LinePair;
import gloss.corpus.ParallelFiles;
import gloss.corpus.ParallelReader;
import gloss.objective.LineWeights;
import gloss.recipe.BatchRecipe;
import gloss.score.parallel.Pipeline;
import gloss.text.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The pairs that a model is trained on: text of any size, cut into ids once and kept in a file,
 * from which each epoch draws its batches. With BPE-dropout the pairs are cut anew from that file.
 */
final class TrainingPairs implements Closeable {
  /** Lines that are cut by one thread in one go. */
  private static final int LINES_AT_ONCE = 1_000;

  private final Filtered filtered;
  private final EpochBatches batches;

  /** Pairs from batches that are there already, which are closed with it. */
  TrainingPairs(Filtered filtered, EpochBatches batches) {
    this.filtered = filtered;
    this.batches = batches;
  }

  /**
   * The pairs of a text. A file that is there and holds them is used, else they are written.
   *
   * @param checksums of the text
   * @throws gloss.text.InputException if the text cannot be read or no pair of it can be used
   */
  static TrainingPairs open(
      Path path, ParallelFiles text, String checksums, PairEncoder encoder, BatchRecipe batch)
      throws IOException {
    String identity = identity(checksums, encoder);
    PairFile file = PairFile.open(path, identity).orElse(null);
    if (file == null) {
      file =
          PairFile.write(path, encoder.maxLength(), identity, sink -> write(text, encoder, sink));
    }
    Curriculum curriculum = Curriculum.of(batch.curriculum(), file);
    EpochBatches batches =
        new EpochBatches(
            file,
            new TokenBatches(batch.tokens(), encoder.seed()),
            batch.buffer(),
            (pairs, epoch) -> encoder.cutAgain(curriculum.apply(pairs, epoch), epoch));
    return new TrainingPairs(file.filtered(), batches);
  }

  /** All that decides what is in the file. */
  private static String identity(String checksums, PairEncoder encoder) {
    return Checksum.ofText(
        String.join(
            "\n",
            checksums,
            encoder.tokenizers().source().toJson(),
            encoder.tokenizers().target().toJson(),
            "longest " + encoder.maxLength()));
  }

  private static void write(ParallelFiles text, PairEncoder encoder, PairFile.Sink sink)
      throws IOException {
    try (ParallelReader reader = text.open()) {
      Pipeline.run(
          Pipeline.allCores(),
          () -> some(reader),
          encoder::encode,
          pairs -> {
            try {
              sink.add(pairs);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static @Nullable List<LinePair> some(ParallelReader reader) {
    List<LinePair> pairs = new ArrayList<>(LINES_AT_ONCE);
    try {
      LinePair pair = reader.next();
      while (pair != null) {
        pairs.add(pair);
        pair = pairs.size() < LINES_AT_ONCE ? reader.next() : null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pairs.isEmpty() ? null : pairs;
  }

  /** Notes the checksum of a file with weights: another one is another training. */
  static void addWeights(Optional<Path> file, Map<String, String> checksums) throws IOException {
    if (file.isPresent()) {
      LineReader.open(file.get()).close();
      checksums.put("weights " + file.get().getFileName(), Checksum.sha256(file.get()));
    }
  }

  /** What the lines of a training text count; all the same without a file. */
  static LineWeights weights(Optional<Path> file, Filtered filtered) throws IOException {
    return file.isPresent() ? LineWeights.read(file.get(), filtered.all()) : LineWeights.EVEN;
  }

  /** What is trained on and what is left out, in words and in numbers. */
  Filtered filtered() {
    return filtered;
  }

  /**
   * The batches of an epoch, from 1, without the first {@code skip}.
   *
   * @param change made to the pairs of each batch
   */
  Iterator<SequenceBatch> batches(int epoch, int skip, UnaryOperator<SequencePairs> change) {
    Iterator<SequencePairs> pairs = batches.epoch(epoch, skip);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return pairs.hasNext();
      }

      @Override
      public SequenceBatch next() {
        return SequenceBatch.of(change.apply(pairs.next()), TokenizerPair.SPECIALS);
      }
    };
  }

  /** Deletes the file; there are no batches any more. */
  void delete() throws IOException {
    batches.delete();
  }

  @Override
  public void close() throws IOException {
    batches.close();
  }
}
