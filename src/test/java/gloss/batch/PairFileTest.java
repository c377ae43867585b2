package gloss.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairFileTest {
  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("pairs");
  }

  /** Pairs of 1 to 9 ids a side, up to the largest id there can be; every third line is missing. */
  static SequencePairs random(int count, long seed) {
    Random random = new Random(seed);
    int[][][] sides = new int[2][count][];
    for (int[][] side : sides) {
      for (int i = 0; i < count; i++) {
        side[i] =
            random
                .ints(1 + random.nextInt(9), 0, Integer.MAX_VALUE >>> random.nextInt(31))
                .toArray();
      }
    }
    int[] lines = IntStream.range(0, count).map(i -> i + i / 2 + 1).toArray();
    return new SequencePairs(sides[0], sides[1], lines);
  }

  private static int[] all(PairFile file) {
    return IntStream.range(0, file.blocks()).toArray();
  }

  private static void assertSame(SequencePairs actual, SequencePairs expected) {
    assertThat(actual.lines()).isEqualTo(expected.lines());
    assertThat(Arrays.deepEquals(actual.sources(), expected.sources())).isTrue();
    assertThat(Arrays.deepEquals(actual.targets(), expected.targets())).isTrue();
  }

  @Property(tries = 20)
  void whatIsWrittenIsReadBack(@ForAll @IntRange(min = 1, max = 5_000) int count, @ForAll long seed)
      throws IOException {
    Path temporary = Files.createTempFile("pairs", "");
    SequencePairs pairs = random(count, seed);
    PairFile.write(temporary, 9, "id", sink -> sink.add(pairs)).close();
    try (PairFile file = PairFile.open(temporary, "id").orElseThrow()) {
      assertSame(file.read(all(file)), pairs);
      assertThat(file.filtered()).isEqualTo(new Filtered(count, 9, 0, 0));
      file.delete();
    }
    assertThat(temporary).doesNotExist();
  }

  @Test
  void blocksAreReadInAnyOrder() throws IOException {
    SequencePairs pairs = random(20_000, 1);
    try (PairFile file = PairFile.write(path, 9, "id", sink -> sink.add(pairs))) {
      assertThat(file.blocks()).isGreaterThan(10);
      SequencePairs two = file.read(new int[] {7, 2});
      assertThat(two.lines()[0]).isGreaterThan(two.lines()[two.size() - 1]);
      int[] line = pairs.lines();
      int first = Arrays.binarySearch(line, two.lines()[0]);
      assertThat(two.sources()[0]).isEqualTo(pairs.sources()[first]);
    }
  }

  @Test
  void emptyAndLongPairsAreLeftOutAndCounted() throws IOException {
    SequencePairs pairs =
        SequencePairs.of(
            new int[][] {{10, 11}, {}, {12, 13, 14, 15}, {16}},
            new int[][] {{20}, {21, 22}, {23}, {24, 25, 26}});
    try (PairFile file = PairFile.write(path, 3, "id", sink -> sink.add(pairs))) {
      assertSame(file.read(all(file)), pairs.select(0, 3));
      assertThat(file.filtered())
          .hasToString("2 pairs; left out: 1 with an empty side, 1 longer than 3");
      assertThat(file.filtered().all()).isEqualTo(4);
    }
    try (PairFile file = PairFile.write(path, 3, "id", sink -> sink.add(pairs.select(0, 3)))) {
      assertThat(file.filtered()).hasToString("2 pairs");
    }
  }

  @Test
  void nothingLeftToTrainOnIsSaidAndNothingIsWritten() {
    SequencePairs pairs = SequencePairs.of(new int[][] {{}, {1, 2}}, new int[][] {{1}, {1}});
    assertThatThrownBy(() -> PairFile.write(path, 1, "id", sink -> sink.add(pairs)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "nothing to train on: 0 pairs; left out: 1 with an empty side, 1 longer than 1");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileOfOtherPairsOrNoneIsNotOpened() throws IOException {
    assertThat(PairFile.open(path, "id")).isEmpty();
    PairFile.write(path, 9, "id", sink -> sink.add(random(10, 1))).close();
    assertThat(PairFile.open(path, "other")).isEmpty();
    Files.writeString(path, "something else altogether, and long enough for an end");
    assertThat(PairFile.open(path, "id")).isEmpty();
    Files.writeString(path, "");
    assertThat(PairFile.open(path, "id")).isEmpty();
    assertThat(PairFile.open(folder, "id")).isEmpty();
  }

  @Test
  void aChangedBitIsNoticedWhereverItIs() throws IOException {
    PairFile.write(path, 9, "id", sink -> sink.add(random(60, 3))).close();
    byte[] whole = Files.readAllBytes(path);
    // The first 8 bytes are never read.
    for (int at = 8; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x10;
      Files.write(path, changed);
      Optional<PairFile> opened = PairFile.open(path, "id");
      if (opened.isPresent()) {
        try (PairFile file = opened.get()) {
          assertThatThrownBy(() -> file.read(all(file)))
              .as("byte " + at)
              .isInstanceOf(InputException.class)
              .hasMessage(
                  path + ": is damaged; delete it and go on with --resume, which makes it again");
        }
      }
    }
  }

  @Test
  void aFileThatIsCutShortIsNotOpened() throws IOException {
    PairFile.write(path, 9, "id", sink -> sink.add(random(60, 3))).close();
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      assertThat(PairFile.open(path, "id")).as("length " + length).isEmpty();
    }
  }
}
