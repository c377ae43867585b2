package gloss.batch.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.batch.Ahead;
import gloss.corpus.image.ImageSet;
import gloss.corpus.image.ImageSize;
import gloss.corpus.image.Normalization;
import gloss.recipe.AugmentRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageBatchesTest {
  private static final ImageSize SIZE = new ImageSize(3, 2, 1);
  private static final AugmentRecipe ALL = new AugmentRecipe(1, 0.5, 0.5, 20, 2, 0.4);

  private static ImageSet set(int count) {
    byte[][] pixels = new byte[count][SIZE.length()];
    Random random = new Random(1);
    Arrays.stream(pixels).forEach(random::nextBytes);
    int[] labels = IntStream.range(0, count).map(i -> i % 3).toArray();
    return new ImageSet(SIZE, List.of("a", "b", "c"), pixels, labels, String::valueOf);
  }

  private static ImageBatches batches(AugmentRecipe recipe) {
    return new ImageBatches(set(23), 5, recipe, new byte[] {0}, 4);
  }

  private static List<ImageBatch> all(Iterator<ImageBatch> batches) {
    List<ImageBatch> all = new ArrayList<>();
    batches.forEachRemaining(all::add);
    return all;
  }

  @Test
  void anEpochHasEveryPictureOnce() {
    ImageSet set = set(23);
    List<ImageBatch> batches = all(batches(AugmentRecipe.none()).epoch(1, 0));
    assertThat(batches).extracting(ImageBatch::size).containsExactly(5, 5, 5, 5, 3);
    assertThat(batches.stream().flatMapToInt(b -> Arrays.stream(b.rows())).sorted())
        .containsExactlyElementsOf(IntStream.range(0, 23).boxed().toList());
    for (ImageBatch batch : batches) {
      assertThat(batch.mixed()).isFalse();
      for (int i = 0; i < batch.size(); i++) {
        assertThat(batch.labels()[i]).isEqualTo(batch.rows()[i] % 3);
        assertThat(Arrays.copyOfRange(batch.pixels(), 6 * i, 6 * i + 6))
            .isEqualTo(set.pixels()[batch.rows()[i]]);
      }
    }
  }

  @Test
  void epochsDifferAndAreTheSameAgain() {
    List<ImageBatch> first = all(batches(ALL).epoch(1, 0));
    assertSame(all(batches(ALL).epoch(1, 0)), first);
    assertThat(all(batches(ALL).epoch(2, 0)).get(0).rows()).isNotEqualTo(first.get(0).rows());
  }

  @Test
  void anEpochGoesOnWhereItWasLeft() {
    List<ImageBatch> whole = all(batches(ALL).epoch(3, 0));
    assertSame(all(batches(ALL).epoch(3, 2)), whole.subList(2, 5));
    assertThat(batches(ALL).epoch(3, 5).hasNext()).isFalse();
    assertThat(batches(ALL).epoch(3, 9).hasNext()).isFalse();
  }

  private static void assertSame(List<ImageBatch> batches, List<ImageBatch> expected) {
    assertThat(batches).hasSameSizeAs(expected);
    for (int i = 0; i < batches.size(); i++) {
      assertThat(batches.get(i).rows()).isEqualTo(expected.get(i).rows());
      assertThat(batches.get(i).pixels()).isEqualTo(expected.get(i).pixels());
      assertThat(batches.get(i).labels()).isEqualTo(expected.get(i).labels());
      assertThat(batches.get(i).shares()).isEqualTo(expected.get(i).shares());
    }
  }

  @Test
  void mixedPicturesHaveSharesThatAddUpToOne() {
    for (ImageBatch batch : all(batches(ALL).epoch(1, 0))) {
      assertThat(batch.mixed()).isTrue();
      for (int i = 0; i < batch.size(); i++) {
        float[] own = Arrays.copyOfRange(batch.shares(), 3 * i, 3 * i + 3);
        assertThat(own[0] + own[1] + own[2]).isCloseTo(1, within(1e-6f));
        assertThat(own[batch.labels()[i]]).isGreaterThan(0);
      }
    }
  }

  @Test
  void aMixtureIsPartOfEach() {
    byte[] pixels = {100, (byte) 200, 0, 40};
    ImageBatch batch = new ImageBatch(new int[] {8, 9}, pixels, new int[] {0, 2}, new float[0]);
    ImageBatch mixed = new MixUp(1).apply(batch, new double[] {0.75, 1}, 3);
    assertThat(mixed.pixels()).containsExactly(75, (byte) 160, 0, 40);
    assertThat(mixed.shares()).containsExactly(0.75f, 0, 0.25f, 0, 0, 1);
  }

  @Test
  void aBatchIsSplitInTwo() {
    ImageBatch batch = all(batches(ALL).epoch(1, 0)).get(0);
    List<ImageBatch> halves = batch.split();
    assertThat(halves).extracting(ImageBatch::size).containsExactly(2, 3);
    assertThat(halves.get(1).pixels()).isEqualTo(Arrays.copyOfRange(batch.pixels(), 12, 30));
    assertThat(halves.get(1).shares()).isEqualTo(Arrays.copyOfRange(batch.shares(), 6, 15));
    ImageBatch one = halves.get(0).split().get(0);
    assertThat(one.split()).containsExactly(one);
  }

  @Test
  void inOrderNothingIsChanged() {
    List<ImageBatch> batches = all(ImageBatches.inOrder(set(7), 4));
    assertThat(batches.get(1).rows()).containsExactly(4, 5, 6);
    assertThat(Arrays.copyOf(batches.get(1).pixels(), 6)).isEqualTo(set(7).pixels()[4]);
  }

  @Test
  void whatIsMadeAheadComesInOrderAndFailsWhereItFails() {
    Ahead<Integer> numbers =
        new Ahead<>(
            2,
            60,
            i -> {
              if (i == 50) {
                throw new IllegalArgumentException("fifty");
              }
              return i;
            });
    for (int i = 2; i < 50; i++) {
      assertThat(numbers.next()).isEqualTo(i);
    }
    assertThatThrownBy(numbers::next)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fifty");
  }

  @Test
  void normalizationIsMeanAndDeviationOfEachChannel() {
    byte[][] pixels = {{0, 10, 5}, {(byte) 200, 30, 5}};
    ImageSet set =
        new ImageSet(new ImageSize(1, 1, 3), List.of("a"), pixels, new int[2], String::valueOf);
    Normalization normalization = Normalization.of(set);
    assertThat(normalization.means()).containsExactly(100.0, 20.0, 5.0);
    assertThat(normalization.deviations()).containsExactly(100.0, 10.0, 1.0);
  }
}
