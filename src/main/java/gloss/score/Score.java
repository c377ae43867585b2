package gloss.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value of a metric on a corpus or a segment, with all that is needed to report it.
 *
 * <p>It renders itself as the line of text, the JSON object and the explanation that people
 * publish; {@link #toString} is the line of text with two decimals.
 *
 * @param name the metric's name
 * @param breakdown value and parts
 * @param signature everything that the value depends on: corpus, resampling, settings, program
 * @param confidence the interval around the resampled mean, where one was asked for
 */
public record Score(
    String name, Breakdown breakdown, Signature signature, Optional<Confidence> confidence) {

  /** A score without a confidence interval. */
  public Score(String name, Breakdown breakdown, Signature signature) {
    this(name, breakdown, signature, Optional.empty());
  }

  /** The value, unrounded. */
  public double value() {
    return breakdown.value();
  }

  /** The parts, as the type that the metric documents. */
  public <B extends Breakdown> B breakdown(Class<B> type) {
    return type.cast(breakdown);
  }

  /** {@code 71.80}, or {@code 71.80 (μ = 71.83 ± 4.01)} with a confidence interval. */
  public String number(int width) {
    String number = Decimals.fixed(value(), width);
    return shownConfidence().map(c -> number + " (" + c.text(width) + ")").orElse(number);
  }

  /** {@code BLEU|nrefs:1|… = 71.80 93.8/80.8/70.5/60.7 (BP = …)}. */
  public String text(int width) {
    return line(signature.toString(), width);
  }

  /** As {@link #text}, with the short form of the signature. */
  public String shortText(int width) {
    return line(signature.toShortString(), width);
  }

  private String line(String signed, int width) {
    String head = signed.isEmpty() ? name : name + "|" + signed;
    String tail = breakdown.summary().isEmpty() ? "" : " " + breakdown.summary();
    return head + " = " + number(width) + tail;
  }

  /** The JSON object of the score, indented by one blank, value rounded to {@code width}. */
  public String json(int width) {
    return Json.text(fields(width), 1, false);
  }

  /** The members of the JSON object in their order. */
  public Map<String, Object> fields(int width) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("score", Decimals.rounded(value(), width));
    fields.put("signature", signature.toString());
    shownConfidence().ifPresent(c -> fields.putAll(c.fields(width)));
    if (!breakdown.summary().isEmpty()) {
      fields.put("verbose_score", breakdown.summary());
    }
    fields.putAll(breakdown.parts());
    fields.putAll(signature.pairs());
    return fields;
  }

  /** How the value came about: the line of text, then one fact per line. */
  public String explain() {
    return String.join("\n", text(2), String.join("\n", indented(breakdown.explain()))).strip();
  }

  private static List<String> indented(List<String> lines) {
    return lines.stream().map(line -> "  " + line).toList();
  }

  /** The same score with an interval and the settings of the resampling in its signature. */
  public Score with(Confidence interval, Signature resampling) {
    return new Score(name, breakdown, signature.withResampling(resampling), Optional.of(interval));
  }

  /** The same score with the settings of a test in its signature. */
  public Score with(Signature resampling) {
    return new Score(name, breakdown, signature.withResampling(resampling), confidence);
  }

  // The reference shows no interval around a mean of zero.
  private Optional<Confidence> shownConfidence() {
    return confidence.filter(c -> c.mean() > 0);
  }

  @Override
  public String toString() {
    return text(2);
  }
}
