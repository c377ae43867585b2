package gloss.batch.image;

import gloss.batch.Ahead;
import gloss.batch.Shuffle;
import gloss.corpus.image.ImageSet;
import gloss.recipe.AugmentRecipe;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The batches of a set of pictures. Each epoch has all pictures once, in an order and with changes
 * that depend on the seed and the epoch alone.
 */
public final class ImageBatches {
  private final ImageSet set;
  private final int size;
  private final AugmentRecipe recipe;
  private final Augmentation augmentation;
  private final long seed;

  /**
   * Batches of training.
   *
   * @param size pictures in a batch; the last one of an epoch may have fewer
   * @param blank the colour of blank squares, a byte for each channel
   */
  public ImageBatches(ImageSet set, int size, AugmentRecipe recipe, byte[] blank, long seed) {
    this.set = set;
    this.size = size;
    this.recipe = recipe;
    this.seed = seed;
    augmentation = new Augmentation(recipe, set.size(), blank, seed);
  }

  /** The batches of an epoch, from 1, without the first {@code skip}. */
  public Iterator<ImageBatch> epoch(int epoch, int skip) {
    int[] order = IntStream.range(0, set.count()).toArray();
    Shuffle.shuffle(order, Shuffle.generator(seed, epoch));
    return made(skip, i -> batch(rows(order, i), epoch));
  }

  /** All pictures in order, as they are. */
  public static Iterator<ImageBatch> inOrder(ImageSet set, int size) {
    ImageBatches plain =
        new ImageBatches(set, size, AugmentRecipe.none(), new byte[set.size().channels()], 0);
    int[] order = IntStream.range(0, set.count()).toArray();
    return plain.made(0, i -> plain.batch(plain.rows(order, i), 0));
  }

  /**
   * Ahead of their use, on other threads, unless copying them is less work than waking a thread.
   */
  private Iterator<ImageBatch> made(int skip, IntFunction<ImageBatch> maker) {
    return recipe.equals(AugmentRecipe.none())
        ? IntStream.range(skip, count()).mapToObj(maker).iterator()
        : new Ahead<>(skip, count(), maker);
  }

  private int count() {
    return (set.count() + size - 1) / size;
  }

  private int[] rows(int[] order, int batch) {
    return Arrays.copyOfRange(order, batch * size, Math.min(order.length, (batch + 1) * size));
  }

  private ImageBatch batch(int[] rows, int epoch) {
    int length = set.size().length();
    byte[] pixels = new byte[rows.length * length];
    int[] labels = new int[rows.length];
    double[] shares = new double[rows.length];
    MixUp mixUp = new MixUp(recipe.mixUp());
    for (int i = 0; i < rows.length; i++) {
      RandomGenerator random = augmentation.random(epoch, rows[i]);
      augmentation.apply(set.pixels()[rows[i]], pixels, i * length, random);
      labels[i] = set.labels()[rows[i]];
      shares[i] = recipe.mixUp() > 0 ? mixUp.share(random) : 1;
    }
    ImageBatch batch = new ImageBatch(rows, pixels, labels, new float[0]);
    return recipe.mixUp() > 0 ? mixUp.apply(batch, shares, set.classes().size()) : batch;
  }
}
