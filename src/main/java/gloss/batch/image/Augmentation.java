package gloss.batch.image;

import gloss.corpus.image.ImageSize;
import gloss.recipe.AugmentRecipe;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Changes pictures so that a network learns what does not matter: cropping, mirroring, rotating,
 * shifting, and blank squares, in this order. What comes in from outside of a picture is the pixel
 * at its edge. How a picture is changed depends on the seed, the epoch and the picture alone.
 */
public final class Augmentation {
  /** Parts that are cut out are at most so much wider, or higher, than the picture. */
  private static final double WIDEST = 4 / 3.0;

  private final AugmentRecipe recipe;
  private final ImageSize size;
  private final byte[] blank;
  private final long seed;

  /**
   * The changes that a recipe asks for.
   *
   * @param blank the colour of blank squares, a byte for each channel
   */
  public Augmentation(AugmentRecipe recipe, ImageSize size, byte[] blank, long seed) {
    this.recipe = recipe;
    this.size = size;
    this.blank = blank.clone();
    this.seed = new SplittableRandom(~seed).nextLong();
  }

  /** The random numbers of a picture in an epoch. */
  RandomGenerator random(int epoch, int row) {
    return new SplittableRandom(seed + ((long) epoch << Integer.SIZE) + row);
  }

  /** Writes a picture, changed, into {@code target}, from {@code at} on. */
  void apply(byte[] picture, byte[] target, int at, RandomGenerator random) {
    if (recipe.crop() < 1 || recipe.rotate() > 0) {
      warp(random).apply(picture, size, target, at);
    } else if (recipe.flip() > 0 || recipe.shift() > 0) {
      move(picture, target, at, random);
    } else {
      System.arraycopy(picture, 0, target, at, picture.length);
    }
    if (recipe.cutOut() > 0) {
      cutOut(target, at, random);
    }
  }

  /** Between two limits, both included. */
  private static int within(RandomGenerator random, int limit) {
    return limit == 0 ? 0 : random.nextInt(2 * limit + 1) - limit;
  }

  private static double uniform(RandomGenerator random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private Warp warp(RandomGenerator random) {
    double area = uniform(random, recipe.crop(), 1);
    double shape =
        recipe.crop() < 1 ? Math.exp(uniform(random, -Math.log(WIDEST), Math.log(WIDEST))) : 1;
    double wide = Math.min(1, Math.sqrt(area * shape));
    double high = Math.min(1, Math.sqrt(area / shape));
    double left = uniform(random, 0, size.width() * (1 - wide));
    double top = uniform(random, 0, size.height() * (1 - high));
    int mirror = random.nextDouble() < recipe.flip() ? -1 : 1;
    double angle = Math.toRadians(uniform(random, -recipe.rotate(), recipe.rotate()));
    double cosine = StrictMath.cos(angle);
    double sine = StrictMath.sin(angle);
    int right = within(random, recipe.shift());
    int down = within(random, recipe.shift());
    double[] x = {wide * mirror * cosine, wide * mirror * sine};
    double[] y = {-high * sine, high * cosine};
    double middleX = left + wide * size.width() / 2 - x[0] * right - x[1] * down;
    double middleY = top + high * size.height() / 2 - y[0] * right - y[1] * down;
    return new Warp(x, y, middleX, middleY);
  }

  /** Mirroring and shifting by whole pixels need no interpolation. */
  private void move(byte[] picture, byte[] target, int at, RandomGenerator random) {
    boolean mirror = random.nextDouble() < recipe.flip();
    int right = within(random, recipe.shift());
    int down = within(random, recipe.shift());
    int channels = size.channels();
    int[] from = new int[size.width()];
    for (int x = 0; x < from.length; x++) {
      int source = clamp(x - right, from.length);
      from[x] = (mirror ? from.length - 1 - source : source) * channels;
    }
    int to = at;
    for (int y = 0; y < size.height(); y++) {
      int row = clamp(y - down, size.height()) * size.width() * channels;
      for (int column : from) {
        for (int c = 0; c < channels; c++) {
          target[to++] = picture[row + column + c];
        }
      }
    }
  }

  private static int clamp(int i, int size) {
    return Math.max(0, Math.min(size - 1, i));
  }

  /** Its middle is anywhere in the picture, so that less than the square may be blank. */
  private void cutOut(byte[] target, int at, RandomGenerator random) {
    int left = random.nextInt(size.width()) - recipe.cutOut() / 2;
    int top = random.nextInt(size.height()) - recipe.cutOut() / 2;
    int channels = size.channels();
    for (int y = Math.max(0, top); y < Math.min(size.height(), top + recipe.cutOut()); y++) {
      for (int x = Math.max(0, left); x < Math.min(size.width(), left + recipe.cutOut()); x++) {
        System.arraycopy(blank, 0, target, at + (y * size.width() + x) * channels, channels);
      }
    }
  }
}
