package gloss.task.advice;

import gloss.corpus.image.ImageSet;
import java.util.Arrays;
import java.util.Locale;

/** Looks at pictures with classes. */
public final class ImageAdvisor {
  private static final int LARGE_SIDE = 64;
  private static final int MANY = 20_000;
  private static final int FEW = 20;
  private static final double UNBALANCED = 4;

  private ImageAdvisor() {}

  /**
   * Looks at pictures.
   *
   * @param data what stands under {@code data} in the recipe, as YAML on a line
   * @param metric the one that the user cares about; if it is empty, one is recommended
   */
  public static Advice advise(ImageSet set, String data, String metric) {
    Advice.Builder advice = new Advice.Builder();
    long[] counts = set.counts();
    double imbalance =
        Arrays.stream(counts).max().orElse(1)
            / (double) Math.max(1, Arrays.stream(counts).min().orElse(1));
    advice.saw(
        String.format(
            Locale.ROOT,
            "%,d pictures of %s in %d classes",
            set.count(),
            set.size(),
            counts.length));
    advice.choose("task", "image-classification", "pictures with classes");
    advice.write("data: " + holdingOut(advice, Arrays.stream(counts).min().orElse(0), data));
    int side = Math.max(set.size().height(), set.size().width());
    if (side > LARGE_SIDE || (set.count() >= MANY && set.size().channels() > 1)) {
      advice.choose(
          "network",
          "{type: resnet}",
          "pictures of " + side + " pixels a side: what is in them takes a deep network to see");
    } else {
      advice.choose(
          "network",
          "{type: convolutional, dropout: 0.2}",
          "pictures of " + side + " pixels a side: a small convolutional network sees all");
    }
    advice.choose(
        "augment",
        set.count() < MANY ? "{shift: 2, rotate: 5}" : "{shift: 2}",
        String.format(
            Locale.ROOT,
            "%,d pictures: %s; add flip: 0.5 if mirrored ones are of the same class",
            set.count(),
            set.count() < MANY ? "few, so that changed ones help" : "enough for small changes"));
    String balance =
        String.format(
            Locale.ROOT,
            "the most frequent class is %.1f times as frequent as the rarest",
            imbalance);
    boolean unbalanced = imbalance >= UNBALANCED;
    advice.choose(
        "loss",
        unbalanced
            ? "{type: cross-entropy, label-smoothing: 0.1, class-weights: {type: effective-number}}"
            : "{type: cross-entropy, label-smoothing: 0.1}",
        balance);
    String best = metric.isEmpty() ? unbalanced ? "f1" : "accuracy" : metric;
    advice.tell("metric", best, metric.isEmpty() ? balance : "you care about it");
    advice.tell(
        "optimizer", "adamw, rate 0.003", "small networks of pictures bear it, falling to 0");
    advice.write("batch: {size: 64}");
    advice.write("training:");
    advice.write("  optimizer: {type: adamw, rate: 0.003, weight-decay: 0.01}");
    advice.write("  schedule: {type: cosine, warmup: 100 steps}");
    advice.write("  until: " + (set.count() < MANY ? 20 : 10) + " epochs");
    advice.write("  validate: {metric: " + best + "}");
    return advice.build();
  }

  /** Where pictures of a class are few, a usual share of them would be none. */
  private static String holdingOut(Advice.Builder advice, long fewest, String data) {
    if (fewest >= FEW || data.contains("corpus:")) {
      return data;
    }
    advice.tell(
        "data.hold-out.valid",
        "0.25",
        "the rarest class has " + fewest + " pictures, and some of them must validate");
    return data.substring(0, data.length() - 1) + ", hold-out: {valid: 0.25}}";
  }
}
