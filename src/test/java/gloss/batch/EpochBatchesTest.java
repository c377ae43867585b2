package gloss.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochBatchesTest {
  private static final int PAIRS = 70_000;
  private static final TokenBatches BATCHES = new TokenBatches(4096, 42);

  @TempDir private Path folder;

  /** Pairs of sentence-like lengths whose ids tell the line. */
  private static SequencePairs sentences(int count) {
    Random random = new Random(7);
    int[][] sources = new int[count][];
    int[][] targets = new int[count][];
    for (int i = 0; i < count; i++) {
      int length = 1 + (int) Math.round(Math.exp(2.5 + 0.5 * random.nextGaussian()));
      sources[i] = new int[length];
      targets[i] = new int[Math.max(1, length + random.nextInt(5) - 2)];
      Arrays.fill(sources[i], i + 1);
      Arrays.fill(targets[i], i + 1);
    }
    return SequencePairs.of(sources, targets);
  }

  private EpochBatches open(SequencePairs pairs, int buffer, EpochBatches.Augmentation augmentation)
      throws IOException {
    PairFile file = PairFile.write(folder.resolve("pairs"), 1_000, "id", sink -> sink.add(pairs));
    return new EpochBatches(file, BATCHES, buffer, augmentation);
  }

  private EpochBatches open(int buffer) throws IOException {
    return open(sentences(PAIRS), buffer, (pairs, epoch) -> pairs);
  }

  private static List<List<Integer>> lines(Iterator<SequencePairs> batches) {
    List<List<Integer>> lines = new ArrayList<>();
    batches.forEachRemaining(batch -> lines.add(Arrays.stream(batch.lines()).boxed().toList()));
    return lines;
  }

  @Test
  void everyPairIsThereOnceInEveryEpochAndNoTwoEpochsAreAlike() throws IOException {
    try (EpochBatches batches = open(1)) {
      Set<List<List<Integer>>> orders = new HashSet<>();
      Set<List<Integer>> together = new HashSet<>();
      for (int epoch = 1; epoch <= 4; epoch++) {
        List<List<Integer>> lines = lines(batches.epoch(epoch, 0));
        assertThat(lines.stream().flatMap(List::stream).sorted().toList())
            .isEqualTo(IntStream.rangeClosed(1, PAIRS).boxed().toList());
        assertThat(orders.add(lines)).isTrue();
        lines.stream()
            .filter(batch -> batch.size() > 1)
            .forEach(b -> assertThat(together.add(b)).isTrue());
      }
    }
  }

  @Test
  void aPairKeepsItsSides() throws IOException {
    try (EpochBatches batches = open(1)) {
      batches
          .epoch(1, 0)
          .forEachRemaining(
              batch -> {
                for (int i = 0; i < batch.size(); i++) {
                  assertThat(batch.sources()[i]).containsOnly(batch.lines()[i]);
                  assertThat(batch.targets()[i]).containsOnly(batch.lines()[i]);
                }
              });
    }
  }

  @Test
  void whatFitsInTheBufferIsCutIntoBatchesAsAWhole() throws IOException {
    SequencePairs pairs = sentences(3_000);
    List<int[]> whole = BATCHES.epoch(pairs.sourceLengths(), pairs.targetLengths(), 5);
    try (EpochBatches batches = open(pairs, 64, (same, epoch) -> same)) {
      assertThat(lines(batches.epoch(5, 0)))
          .isEqualTo(
              whole.stream()
                  .map(batch -> Arrays.stream(batch).map(i -> i + 1).boxed().toList())
                  .toList());
    }
  }

  @Test
  void anEpochGoesOnTheSameFromEveryPosition() throws IOException {
    try (EpochBatches batches = open(1)) {
      List<List<Integer>> whole = lines(batches.epoch(3, 0));
      for (int skip : new int[] {0, 1, 2, 17, 100, whole.size() - 1, whole.size(), 99_999}) {
        assertThat(lines(batches.epoch(3, skip)))
            .isEqualTo(whole.subList(Math.min(skip, whole.size()), whole.size()));
      }
    }
  }

  @Test
  void theOrderDoesNotDependOnWhoIsFaster() throws IOException, InterruptedException {
    List<List<Integer>> expected;
    try (EpochBatches batches = open(1)) {
      expected = lines(batches.epoch(1, 0));
      expected.addAll(lines(batches.epoch(2, 0)));
    }
    EpochBatches.Augmentation slow =
        (pairs, epoch) -> {
          try {
            Thread.sleep(50);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return pairs;
        };
    try (EpochBatches batches = open(sentences(PAIRS), 1, slow)) {
      List<List<Integer>> actual = lines(batches.epoch(1, 0));
      Iterator<SequencePairs> second = batches.epoch(2, 0);
      while (second.hasNext()) {
        actual.add(Arrays.stream(second.next().lines()).boxed().toList());
        if (actual.size() % 50 == 0) {
          Thread.sleep(5);
        }
      }
      assertThat(actual).isEqualTo(expected);
    }
  }

  @Test
  void leavingAnEpochAndComingBackChangesNothing() throws IOException {
    try (EpochBatches batches = open(1)) {
      List<List<Integer>> first = lines(batches.epoch(1, 0));
      batches.epoch(2, 3).next();
      batches.epoch(7, 0).next();
      assertThat(lines(batches.epoch(1, 0))).isEqualTo(first);
    }
  }

  @Test
  void pairsAreChangedForTheirEpochBeforeTheyAreCutIntoBatches() throws IOException {
    EpochBatches.Augmentation longer =
        (pairs, epoch) ->
            new SequencePairs(
                Arrays.stream(pairs.sources())
                    .map(source -> Arrays.copyOf(source, source.length + epoch))
                    .toArray(int[][]::new),
                pairs.targets(),
                pairs.lines());
    try (EpochBatches batches = open(sentences(2_000), 1, longer)) {
      for (int epoch : new int[] {1, 30}) {
        Iterator<SequencePairs> all = batches.epoch(epoch, 0);
        while (all.hasNext()) {
          SequencePairs batch = all.next();
          int width = Arrays.stream(batch.sourceLengths()).max().orElseThrow();
          assertThat(batch.sources()[0]).endsWith(new int[epoch]);
          assertThat(batch.size() == 1 || batch.size() * width <= 4096).isTrue();
        }
      }
    }
  }

  /** A buffer of 1 MiB is to these batches what the usual 64 are to batches of 8,192. */
  @Test
  void littleMoreIsPaddingThanWithAllPairsInMemory() throws IOException {
    SequencePairs pairs = sentences(PAIRS);
    TokenBatches small = new TokenBatches(128, 42);
    double[] padding = new double[2];
    for (int i = 0; i < 2; i++) {
      PairFile file = PairFile.write(folder.resolve("pairs"), 1_000, "", sink -> sink.add(pairs));
      try (EpochBatches batches =
          new EpochBatches(file, small, i == 0 ? 1 : 64, (same, epoch) -> same)) {
        padding[i] = padding(batches.epoch(1, 0));
      }
    }
    assertThat(padding[0]).isLessThan(padding[1] + 0.01);
  }

  private static double padding(Iterator<SequencePairs> batches) {
    long padded = 0;
    long real = 0;
    while (batches.hasNext()) {
      SequencePairs batch = batches.next();
      for (int[] lengths : List.of(batch.sourceLengths(), batch.targetLengths())) {
        padded += (long) lengths.length * Arrays.stream(lengths).max().orElseThrow();
        real += Arrays.stream(lengths).sum();
      }
    }
    return 1 - (double) real / padded;
  }

  @Test
  void afterTheLastBatchThereIsNone() throws IOException {
    try (EpochBatches batches = open(sentences(5), 1, (pairs, epoch) -> pairs)) {
      Iterator<SequencePairs> all = batches.epoch(1, 0);
      all.next();
      assertThat(all.hasNext()).isFalse();
      assertThatThrownBy(all::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void whatGoesWrongOnTheOtherThreadIsThrownHere() throws IOException {
    Path path = folder.resolve("pairs");
    try (EpochBatches batches = open(sentences(5), 1, (pairs, epoch) -> pairs)) {
      byte[] bytes = Files.readAllBytes(path);
      bytes[10] ^= 1;
      Files.write(path, bytes);
      assertThatThrownBy(() -> batches.epoch(1, 0))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(path + ": is damaged");
    }
    EpochBatches.Augmentation broken =
        (pairs, epoch) -> {
          throw new IllegalArgumentException("epoch " + epoch);
        };
    try (EpochBatches batches = open(sentences(5), 1, broken)) {
      assertThatThrownBy(() -> batches.epoch(3, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("epoch 3");
      batches.delete();
      assertThat(path).doesNotExist();
    }
  }
}
