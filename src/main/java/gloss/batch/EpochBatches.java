package gloss.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The batches of a {@link PairFile}, epoch after epoch.
 *
 * <p>An epoch goes through the file in parts that fit in a buffer, each made of blocks from all
 * over the file. The pairs of a part are shuffled and cut into batches of like lengths by {@link
 * TokenBatches}, as if they were all there is; a file that fits in the buffer is one part. While
 * the batches of a part are used, another thread gets the next part ready, across the end of an
 * epoch, too: two parts are in memory at a time. All is decided by the file, the seed and the
 * epoch, so that (epoch, number of the batch) is all that resuming needs.
 *
 * <p>For one thread, which calls it and uses its iterators.
 */
public final class EpochBatches implements Closeable {
  private final PairFile file;
  private final EpochParts parts;
  private final TokenBatches batches;
  private final Augmentation augmentation;
  private final ExecutorService loader =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "gloss-batches");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Ahead ahead;

  /** What is done to pairs anew in every epoch. */
  @FunctionalInterface
  public interface Augmentation {
    /** Other pairs for the same lines; a function of its arguments alone. */
    SequencePairs of(SequencePairs pairs, int epoch);
  }

  /** A part of an epoch in memory. */
  private record Part(SequencePairs pairs, List<int[]> batches) {
    static final Part NONE = new Part(SequencePairs.of(new int[0][], new int[0][]), List.of());
  }

  /** A part that is being loaded. */
  private record Ahead(int epoch, int part, Future<Part> loading) {
    boolean is(int otherEpoch, int otherPart) {
      return epoch == otherEpoch && part == otherPart;
    }
  }

  /**
   * Batches from a file, which is closed with them.
   *
   * @param buffer MiB of memory for the pairs of a part, at least 1; augmentation comes on top
   */
  public EpochBatches(PairFile file, TokenBatches batches, int buffer, Augmentation augmentation) {
    this.file = file;
    this.batches = batches;
    this.augmentation = augmentation;
    parts = new EpochParts(file.blocks(), PairBlock.perMebibytes(buffer), batches.seed());
  }

  /**
   * The batches of an epoch. The batches that are skipped are worked out, but nothing is made of
   * them.
   *
   * @param epoch from 1
   * @param skip how many batches to leave out at the beginning
   */
  public Iterator<SequencePairs> epoch(int epoch, int skip) {
    return new EpochIterator(epoch, skip);
  }

  private final class EpochIterator implements Iterator<SequencePairs> {
    private final int epoch;
    private int nextPart;
    private int position;
    private Part part = Part.NONE;

    EpochIterator(int epoch, int skip) {
      this.epoch = epoch;
      position = skip;
      while (position >= part.batches.size() && nextPart < parts.count()) {
        position -= part.batches.size();
        advance();
      }
    }

    /** Lets go of one part before it waits for the next. */
    private void advance() {
      part = Part.NONE;
      part = take(epoch, nextPart);
      nextPart++;
    }

    @Override
    public boolean hasNext() {
      return position < part.batches.size() || nextPart < parts.count();
    }

    @Override
    public SequencePairs next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (position >= part.batches.size()) {
        advance();
        position = 0;
      }
      SequencePairs batch = part.pairs.select(part.batches.get(position));
      position++;
      if (!hasNext()) {
        part = Part.NONE;
      }
      return batch;
    }
  }

  private Part take(int epoch, int part) {
    Ahead ready = ahead;
    if (ready == null || !ready.is(epoch, part)) {
      if (ready != null) {
        ready.loading.cancel(false);
      }
      ready = load(epoch, part);
    }
    ahead = null;
    Part taken = result(ready.loading);
    ahead = part + 1 < parts.count() ? load(epoch, part + 1) : load(epoch + 1, 0);
    return taken;
  }

  private Ahead load(int epoch, int part) {
    return new Ahead(epoch, part, loader.submit(() -> read(epoch, part)));
  }

  private Part read(int epoch, int part) throws IOException {
    SequencePairs pairs = augmentation.of(file.read(parts.blocks(epoch, part)), epoch);
    return new Part(pairs, batches.part(pairs.sourceLengths(), pairs.targetLengths(), epoch, part));
  }

  private static Part result(Future<Part> loading) {
    try {
      return loading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while batches were made", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw new UncheckedIOException(cause);
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Closes the file; a part that is being loaded comes to nothing. */
  @Override
  public void close() throws IOException {
    loader.shutdownNow();
    file.close();
  }

  /** Closes and deletes the file. */
  public void delete() throws IOException {
    loader.shutdownNow();
    file.delete();
  }
}
