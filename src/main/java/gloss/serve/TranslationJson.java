package gloss.serve;

import gloss.subword.TokenSpans;
import gloss.task.TranslationOutput;
import gloss.task.TranslationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Translations as JSON values. */
final class TranslationJson {
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
      object.put(
          "token-spans",
          TokenSpans.of(output.text(), output.tokens()).stream()
              .map(span -> List.of(span.begin(), span.end()))
              .toList());
    }
    if (request.alignments()) {
      object.put(
          "alignment",
          output.alignment().stream().map(link -> List.of(link.source(), link.target())).toList());
    }
    if (!output.unmet().isEmpty()) {
      object.put("unmet", output.unmet());
    }
    return object;
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
