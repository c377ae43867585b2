package gloss.batch.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gloss.corpus.image.ImageSize;
import gloss.recipe.AugmentRecipe;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AugmentationTest {
  private static final byte[] BLANK = {7, 8, 9};

  @Provide
  Arbitrary<AugmentRecipe> recipes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.doubles().between(0, 0.99),
            Arbitraries.doubles().between(0.05, 1),
            Arbitraries.of(0.0, 10.0, 180.0),
            Arbitraries.integers().between(0, 5))
        .as(
            (shift, flip, crop, rotate, cut) ->
                new AugmentRecipe(shift, flip, crop, rotate, cut, 0));
  }

  @Provide
  Arbitrary<ImageSize> sizes() {
    Arbitrary<Integer> sides = Arbitraries.integers().between(1, 12);
    return Combinators.combine(sides, sides, Arbitraries.of(1, 3)).as(ImageSize::new);
  }

  private static byte[] noise(ImageSize size, long seed) {
    byte[] picture = new byte[size.length()];
    new Random(seed).nextBytes(picture);
    return picture;
  }

  private static byte[] changed(
      AugmentRecipe recipe, ImageSize size, byte[] picture, int epoch, int row) {
    byte[] blank = Arrays.copyOf(BLANK, size.channels());
    Augmentation augmentation = new Augmentation(recipe, size, blank, 3);
    byte[] target = new byte[size.length() + 2];
    augmentation.apply(picture, target, 1, augmentation.random(epoch, row));
    assertThat(target[0]).isZero();
    assertThat(target[target.length - 1]).isZero();
    return Arrays.copyOfRange(target, 1, target.length - 1);
  }

  private static AugmentRecipe with(int shift, double flip, double rotate, int cutOut) {
    return new AugmentRecipe(shift, flip, 1, rotate, cutOut, 0);
  }

  @Property(tries = 100)
  void withoutARecipeNothingChanges(@ForAll("sizes") ImageSize size, @ForAll long seed) {
    byte[] picture = noise(size, seed);
    assertThat(changed(AugmentRecipe.none(), size, picture, 1, 2)).isEqualTo(picture);
  }

  @Property(tries = 200)
  void onlySeedEpochAndPictureDecide(
      @ForAll("recipes") AugmentRecipe recipe, @ForAll("sizes") ImageSize size, @ForAll int row) {
    byte[] picture = noise(size, row);
    byte[] once = changed(recipe, size, picture, 5, row);
    assertThat(changed(recipe, size, picture, 5, row)).isEqualTo(once);
  }

  @Property(tries = 200)
  void aPlainPictureStaysPlainButForBlankSquares(
      @ForAll("recipes") AugmentRecipe recipe, @ForAll("sizes") ImageSize size) {
    byte[] plain = new byte[size.length()];
    Arrays.fill(plain, (byte) 200);
    byte[] changed = changed(recipe, size, plain, 1, 1);
    int blank = 0;
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] != (byte) 200) {
        assertThat(changed[i]).isEqualTo(BLANK[i % size.channels()]);
        blank++;
      }
    }
    assertThat(blank).isLessThanOrEqualTo(recipe.cutOut() * recipe.cutOut() * size.channels());
  }

  /** Each channel keeps to itself: what was never in it does not come into it. */
  @Property(tries = 200)
  void channelsDoNotMix(@ForAll("recipes") AugmentRecipe recipe, @ForAll long seed) {
    ImageSize size = new ImageSize(9, 7, 3);
    byte[] picture = noise(size, seed);
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (byte) (80 * (i % 3) + (picture[i] & 63));
    }
    AugmentRecipe uncut =
        new AugmentRecipe(recipe.shift(), recipe.flip(), recipe.crop(), recipe.rotate(), 0, 0);
    byte[] changed = changed(uncut, size, picture, 1, 1);
    for (int i = 0; i < changed.length; i++) {
      assertThat(changed[i] & 0xff).isBetween(80 * (i % 3), 80 * (i % 3) + 63);
    }
  }

  private static byte[] moved(ImageSize size, byte[] picture, boolean mirror, int right, int down) {
    byte[] moved = new byte[size.length()];
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int fromX = Math.max(0, Math.min(size.width() - 1, x - right));
        int fromY = Math.max(0, Math.min(size.height() - 1, y - down));
        int column = mirror ? size.width() - 1 - fromX : fromX;
        for (int c = 0; c < size.channels(); c++) {
          moved[(y * size.width() + x) * size.channels() + c] =
              picture[(fromY * size.width() + column) * size.channels() + c];
        }
      }
    }
    return moved;
  }

  @Property(tries = 20)
  void shiftsAndMirrorsAreOfWholePixels(@ForAll("sizes") ImageSize size, @ForAll long seed) {
    byte[] picture = noise(size, seed);
    Set<String> possible = new HashSet<>();
    for (int right = -1; right <= 1; right++) {
      for (int down = -1; down <= 1; down++) {
        possible.add(Arrays.toString(moved(size, picture, false, right, down)));
        possible.add(Arrays.toString(moved(size, picture, true, right, down)));
      }
    }
    Set<String> found = new HashSet<>();
    for (int row = 0; row < 400; row++) {
      found.add(Arrays.toString(changed(with(1, 0.5, 0, 0), size, picture, 1, row)));
    }
    assertThat(found).isEqualTo(possible);
  }

  @Property(tries = 50)
  void halfATurnIsExact(@ForAll("sizes") ImageSize size, @ForAll long seed) {
    byte[] picture = noise(size, seed);
    byte[] turned = new byte[size.length()];
    double middleX = size.width() / 2.0;
    double middleY = size.height() / 2.0;
    new Warp(new double[] {-1, 0}, new double[] {0, -1}, middleX, middleY)
        .apply(picture, size, turned, 0);
    for (int pixel = 0; pixel < size.height() * size.width(); pixel++) {
      int opposite = size.height() * size.width() - 1 - pixel;
      for (int c = 0; c < size.channels(); c++) {
        assertThat(turned[pixel * size.channels() + c])
            .isEqualTo(picture[opposite * size.channels() + c]);
      }
    }
  }

  @Property(tries = 50)
  void rotationsKeepTheMiddle(@ForAll int row) {
    ImageSize size = new ImageSize(9, 9, 1);
    byte[] picture = new byte[81];
    picture[40] = (byte) 255;
    byte[] changed = changed(with(0, 0, 180, 0), size, picture, 1, row);
    assertThat(changed[40]).isEqualTo((byte) 255);
    assertThat(changed[0]).isZero();
  }

  @Property(tries = 50)
  void blankSquaresAreWhereThePictureIsNot(@ForAll int row) {
    ImageSize size = new ImageSize(8, 8, 1);
    byte[] picture = new byte[64];
    Arrays.fill(picture, (byte) 100);
    byte[] changed = changed(with(0, 0, 0, 4), size, picture, 1, row);
    int blank = 0;
    for (byte pixel : changed) {
      blank += pixel == 7 ? 1 : 0;
    }
    assertThat(blank).isBetween(4, 16);
  }

  @Property(tries = 30)
  void sharesAreOfTheBetaDistribution(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (double alpha : new double[] {0.2, 1}) {
      double sum = 0;
      double squares = 0;
      int draws = 20_000;
      for (int i = 0; i < draws; i++) {
        double share = new MixUp(alpha).share(random);
        assertThat(share).isBetween(0.0, 1.0);
        sum += share;
        squares += share * share;
      }
      double mean = sum / draws;
      assertThat(mean).isCloseTo(0.5, within(0.02));
      assertThat(squares / draws - mean * mean)
          .as("variance of Beta(α, α)")
          .isCloseTo(1 / (4 * (2 * alpha + 1)), within(0.01));
    }
  }
}
