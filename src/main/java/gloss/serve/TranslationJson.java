package gloss.serve;

import gloss.score.Decimals;
import gloss.subword.TokenSpans;
import gloss.task.Alignment;
import gloss.task.TranslationOutput;
import gloss.task.TranslationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Translations as JSON values. */
final class TranslationJson {
  private static final int WEIGHT_DIGITS = 3;

  private final TranslateRequest request;

  TranslationJson(TranslateRequest request) {
    this.request = request;
  }

  /** The best output, and all of them where several are wanted. */
  Map<String, Object> of(TranslationResult result) {
    Map<String, Object> object = of(result.best());
    if (request.nBest().orElse(1) > 1) {
      object.put("n-best", result.outputs().stream().map(this::of).toList());
    }
    return object;
  }

  private Map<String, Object> of(TranslationOutput output) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", output.text());
    object.put("score", output.score());
    object.put("log-probability", output.logProbability());
    if (request.tokens()) {
      object.put("tokens", output.tokens());
      object.put("token-log-probabilities", output.logProbabilities());
      object.put("token-spans", spans(output.text(), output.tokens()));
    }
    if (request.alignments()) {
      object.put(
          "alignment",
          output.alignment().links().stream()
              .map(link -> List.of(link.source(), link.target()))
              .toList());
      object.put("attention", attention(output.alignment()));
    }
    if (!output.unmet().isEmpty()) {
      object.put("unmet", output.unmet());
    }
    return object;
  }

  /** Where tokens stand in a text. */
  static List<List<Integer>> spans(String text, List<String> tokens) {
    return TokenSpans.of(text, tokens).stream()
        .map(span -> List.of(span.begin(), span.end()))
        .toList();
  }

  /** Triples of source word, written word and weight. */
  static List<List<Number>> attention(Alignment alignment) {
    return alignment.weights().stream()
        .map(
            weight ->
                List.<Number>of(
                    weight.source(),
                    weight.target(),
                    Decimals.rounded(weight.weight(), WEIGHT_DIGITS)))
        .toList();
  }

  /** The same with where it comes from. */
  Map<String, Object> of(Passage passage, TranslationResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("index", passage.index());
    object.put("begin", passage.begin());
    object.put("end", passage.end());
    object.putAll(of(result));
    return object;
  }
}
