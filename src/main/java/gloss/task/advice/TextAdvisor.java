package gloss.task.advice;

import gloss.corpus.LinePair;
import gloss.corpus.ParallelFiles;
import gloss.corpus.ParallelReader;
import java.io.IOException;
import java.util.Locale;

/** Looks at parallel text. */
public final class TextAdvisor {
  private static final int SMALL = 50_000;
  private static final int LARGE = 1_000_000;
  private static final int CHARACTERS_OF_LONG_WORDS = 12;

  private TextAdvisor() {}

  /**
   * Looks at pairs of lines.
   *
   * @param data what stands under {@code data} in the recipe, as YAML
   * @param metric the one that the user cares about; if it is empty, one is recommended
   */
  public static Advice advise(ParallelFiles text, String data, String metric) throws IOException {
    long pairs = 0;
    long words = 0;
    long characters = 0;
    try (ParallelReader reader = text.open()) {
      for (LinePair pair = reader.next(); pair != null; pair = reader.next()) {
        pairs++;
        String target = pair.target().strip();
        words += target.isEmpty() ? 0 : target.split("\\s+").length;
        characters += target.codePoints().filter(c -> !Character.isWhitespace(c)).count();
      }
    }
    double length = words == 0 ? 0 : characters / (double) words;
    Advice.Builder advice = new Advice.Builder();
    advice.saw(
        String.format(
            Locale.ROOT, "%,d pairs of lines; a target word has %.1f characters", pairs, length));
    advice.choose(
        "task", "translation", "lines in two languages, one the translation of the other");
    advice.write("data: " + data);
    String size = String.format(Locale.ROOT, "%,d pairs", pairs);
    sizes(advice, pairs, size);
    advice.choose(
        "loss",
        "{type: cross-entropy, label-smoothing: 0.1}",
        "one of many subwords is right, and others may be as good: smoothing allows for that");
    boolean withoutSpaces = length > CHARACTERS_OF_LONG_WORDS;
    String best = metric.isEmpty() ? withoutSpaces ? "chrf" : "bleu" : metric;
    advice.tell(
        "metric",
        best,
        metric.isEmpty()
            ? withoutSpaces
                ? "the target is written without spaces, or in long words: characters are compared"
                : "the target has spaces between words: n-grams of words are compared"
            : "you care about it");
    advice.tell(
        "optimizer", "adamw, rate 0.001", "Transformers want a rate for each weight and a warm-up");
    advice.write("training:");
    advice.write("  optimizer: {type: adamw, rate: 0.001}");
    advice.write("  schedule: {type: linear, warmup: " + (pairs < SMALL ? 400 : 2000) + " steps}");
    advice.write("  until: " + (pairs < SMALL ? 30 : pairs < LARGE ? 15 : 5) + " epochs");
    advice.write("  validate: {metric: " + best + ", patience: 5}");
    advice.write("  average: {ema: 0.999}");
    return advice.build();
  }

  private static void sizes(Advice.Builder advice, long pairs, String size) {
    if (pairs < SMALL) {
      advice.choose(
          "subwords",
          "{merges: 2000, dropout: 0.1}",
          size + ": few, so words are cut small and" + " differently in each epoch");
      advice.choose(
          "network",
          "{size: 128, heads: 4, feed-forward: 512, encoder-layers: 3, decoder-layers: 3, dropout:"
              + " 0.3}",
          size + ": a small network with much dropout");
    } else {
      boolean many = pairs >= LARGE;
      advice.choose(
          "subwords", "{merges: " + (many ? 16000 : 8000) + "}", size + " hold so many subwords");
      advice.choose(
          "network",
          many
              ? "{size: 512, heads: 8, feed-forward: 2048, encoder-layers: 6, decoder-layers: 6}"
              : "{size: 256, heads: 4, feed-forward: 1024, encoder-layers: 4, decoder-layers: 4}",
          size + " allow a network of that size");
    }
  }
}
