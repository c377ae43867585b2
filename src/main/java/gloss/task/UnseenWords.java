package gloss.task;

import gloss.score.Breakdown;
import gloss.score.Segment;
import gloss.score.Signature;
import gloss.score.TextMetric;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How well a model copies: of the names and figures in the references that no training text holds,
 * the share that its outputs have.
 *
 * <pre>100 · Σ |new words of the reference that the output has| / Σ |new words of the reference|
 * </pre>
 *
 * <p>Words are runs of letters, or figures with the marks inside them; each counts once a text, and
 * the first reference alone is looked at. Statistics, {@code (2)}: found, needed. 100 if nothing is
 * needed.
 *
 * @param known the words of the training texts and summaries
 */
record UnseenWords(Set<String> known) implements TextMetric {
  static final String NAME = "unseen";

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+|\\p{N}+(?:[.,:/-]\\p{N}+)*");

  /** The words of a text. */
  static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.empty();
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public double[] statistics(Segment segment) {
    Set<String> needed = words(segment.references().get(0));
    needed.removeAll(known);
    Set<String> written = words(segment.hypothesis());
    return new double[] {needed.stream().filter(written::contains).count(), needed.size()};
  }

  @Override
  public Breakdown breakdown(double[] sums) {
    return new Share(sums[0], sums[1]);
  }

  /** Found of needed. */
  private record Share(double found, double needed) implements Breakdown {
    @Override
    public double value() {
      return needed == 0 ? 100 : 100.0 * found / needed;
    }

    @Override
    public String summary() {
      return "(%.0f of %.0f words)".formatted(found, needed);
    }

    @Override
    public Map<String, Double> parts() {
      Map<String, Double> parts = new LinkedHashMap<>();
      parts.put("found", found);
      parts.put("needed", needed);
      return parts;
    }
  }
}
