package gloss.task.advice;

import gloss.corpus.SummarizedText;
import gloss.corpus.SummaryReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Looks at texts with summaries. */
public final class SummaryAdvisor {
  private static final double MOSTLY_COPIED = 0.6;
  private static final int LONG_SUMMARY = 40;
  private static final int LONG_TEXT = 600;
  private static final int SMALL = 20_000;

  /** Networks read marks, too. */
  private static final Pattern WORD_OR_MARK = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

  private final IntStream.Builder textLengths = IntStream.builder();
  private final IntStream.Builder summaryLengths = IntStream.builder();
  private final Set<String> told = new HashSet<>();
  private int count;
  private int mostSummaries;
  private int ofSeveralLines;
  private long words;
  private long copied;
  private long pairs;
  private long newPairs;

  private SummaryAdvisor() {}

  /**
   * Looks at all texts.
   *
   * @param texts are read to the end
   * @param data what stands under {@code data} in the recipe, as YAML
   * @param metric the one that the user cares about; if it is empty, one is recommended
   */
  public static Advice advise(SummaryReader texts, String data, String metric) throws IOException {
    SummaryAdvisor advisor = new SummaryAdvisor();
    for (SummarizedText text = texts.next(); text != null; text = texts.next()) {
      advisor.look(text);
    }
    return advisor.advice(data, metric);
  }

  private void look(SummarizedText text) {
    List<String> read = words(text.text());
    List<String> written = words(text.summary());
    count++;
    mostSummaries = Math.max(mostSummaries, text.summaries().size());
    ofSeveralLines += text.summary().strip().contains("\n") ? 1 : 0;
    textLengths.add(length(text.text()));
    summaryLengths.add(length(text.summary()));
    words += written.size();
    Set<String> known = new HashSet<>(read);
    copied += written.stream().filter(known::contains).count();
    Set<String> knownPairs = new HashSet<>(pairs(read));
    List<String> writtenPairs = pairs(written);
    pairs += writtenPairs.size();
    newPairs += writtenPairs.stream().filter(pair -> !knownPairs.contains(pair)).count();
    told.addAll(written);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static int length(String text) {
    return (int) WORD_OR_MARK.matcher(text).results().count();
  }

  private static List<String> pairs(List<String> words) {
    return IntStream.range(1, words.size())
        .mapToObj(i -> words.get(i - 1) + " " + words.get(i))
        .toList();
  }

  private Advice advice(String data, String metric) {
    int[] read = textLengths.build().sorted().toArray();
    int[] written = summaryLengths.build().sorted().toArray();
    Advice.Builder advice = new Advice.Builder();
    advice.saw(say("%,d texts of %,d words and marks, nine in ten of at most %,d", count, read));
    advice.saw(say("summaries of %2$,d words, nine in ten of at most %3$,d", count, written));
    advice.saw(
        String.format(
            Locale.ROOT,
            "%.0f %% of the summaries' words stand in the text, %.0f %% of their pairs of words"
                + " do not; %,d different words",
            percent(copied, words),
            percent(newPairs, pairs),
            told.size()));
    if (mostSummaries > 1) {
      advice.saw(mostSummaries + " summaries of a text; the best of them counts, one is learned");
    }
    advice.choose("task", "summarization", "each text has a summary");
    advice.write("data: " + data);
    vocabulary(advice);
    network(advice, written);
    boolean isLong = quantile(written, 0.9) > LONG_SUMMARY;
    advice.choose(
        "pointer",
        isLong ? "{coverage: 1, coverage-from: 4000}" : "{}",
        isLong
            ? "summaries are long: coverage, switched on late, is against saying things again"
            : "summaries are too short to say things again, so pointers do without coverage");
    batch(advice, read, written);
    String best = metric.isEmpty() ? 2 * ofSeveralLines > count ? "rougeLsum" : "rougeL" : metric;
    advice.tell(
        "metric",
        best,
        !metric.isEmpty()
            ? "you care about it"
            : 2 * ofSeveralLines > count
                ? "most summaries have several lines, and each is compared"
                : "summaries are of one line: their common words in order are compared");
    advice.tell("optimizer", "adamw, rate 0.001", "networks of words want a rate for each weight");
    advice.write("training:");
    advice.write("  optimizer: {type: adamw, rate: 0.001}");
    advice.write("  schedule: {type: linear, warmup: 400 steps}");
    advice.write("  clip: 1.0");
    advice.write("  until: " + (count < SMALL ? 20 : 10) + " epochs");
    advice.write("  validate: {metric: " + best + ", patience: 5}");
    advice.write("  average: {ema: 0.998}");
    advice.choose(
        "decoding",
        "{search: {type: beam, beam: 5}, repetition: {no-repeat-ngram: 3}}",
        "summaries do not say three words twice");
    return advice.build();
  }

  private void vocabulary(Advice.Builder advice) {
    boolean copies = percent(copied, words) >= 100 * MOSTLY_COPIED;
    advice.choose(
        "vocabulary",
        copies
            ? "{type: words, size: 10000, least: 3, lowercase: true}"
            : "{type: words, size: 30000, least: 2, lowercase: true}",
        String.format(
            Locale.ROOT,
            copies
                ? "%.0f %% of the words can be copied, those that no vocabulary holds with them"
                : "only %.0f %% of the words stand in the text; the others must be known",
            percent(copied, words)));
  }

  private void network(Advice.Builder advice, int[] written) {
    if (count < SMALL && quantile(written, 0.9) <= LONG_SUMMARY) {
      advice.choose(
          "network",
          "{type: recurrent, cell: lstm, size: 256, input-feeding: false, dropout: 0.3}",
          String.format(
              Locale.ROOT,
              "%,d texts are few and their summaries short: an LSTM learns from less",
              count));
    } else {
      advice.choose(
          "network",
          "{type: transformer, size: 256, heads: 4, feed-forward: 1024, encoder-layers: 3,"
              + " decoder-layers: 3, dropout: 0.2}",
          String.format(
              Locale.ROOT,
              "%,d texts with summaries of up to %,d words: a Transformer learns all of their"
                  + " words at once",
              count,
              quantile(written, 0.9)));
    }
  }

  /** Nine texts in ten are read as a whole, unless that costs too much. */
  private static void batch(Advice.Builder advice, int[] read, int[] written) {
    int text = Math.max(20, Math.min(LONG_TEXT, roundedUp(quantile(read, 0.9))));
    int summary = Math.max(10, roundedUp(quantile(written, 0.95)) + 10);
    advice.choose(
        "batch",
        "{tokens: "
            + Math.max(4096, 4 * (text + summary))
            + ", text: "
            + text
            + ", summary: "
            + summary
            + "}",
        String.format(
            Locale.ROOT,
            text < quantile(read, 0.9)
                ? "nine texts in ten have up to %,d words; what is told stands early, as a rule,"
                    + " and reading less is faster"
                : "nine texts in ten have up to %,d words and are read as a whole",
            quantile(read, 0.9)));
  }

  private static int roundedUp(int length) {
    return (length + 9) / 10 * 10;
  }

  private static String say(String format, int count, int[] lengths) {
    return String.format(
        Locale.ROOT, format, count, quantile(lengths, 0.5), quantile(lengths, 0.9));
  }

  private static int quantile(int[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }
}
