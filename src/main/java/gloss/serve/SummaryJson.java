package gloss.serve;

import gloss.pipeline.Summary;
import gloss.task.SummaryOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Summaries as JSON values. */
final class SummaryJson {
  private SummaryJson() {}

  /** An extract. */
  static Map<String, Object> of(Summary summary) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", summary.text());
    object.put("sentences", summary.sentences());
    object.put("read", summary.reading().read());
    object.put("length", summary.reading().length());
    object.put("unit", summary.reading().unit());
    return object;
  }

  /** What a model wrote. */
  static Map<String, Object> of(Summary summary, SummarizeRequest request) {
    Map<String, Object> object = of(summary);
    boolean ofSubwords = summary.reading().unit().equals("subwords");
    object.putAll(of(summary.outputs().get(0), request, ofSubwords));
    object.put("text", summary.text());
    if (request.nBest().orElse(1) > 1) {
      object.put(
          "n-best",
          summary.outputs().stream().map(output -> of(output, request, ofSubwords)).toList());
    }
    return object;
  }

  private static Map<String, Object> of(
      SummaryOutput output, SummarizeRequest request, boolean ofSubwords) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", output.text());
    object.put("score", output.score());
    object.put("log-probability", output.logProbability());
    if (request.tokens()) {
      object.put("tokens", output.tokens());
      object.put("token-log-probabilities", output.logProbabilities());
      object.put(
          "token-spans",
          ofSubwords
              ? TranslationJson.spans(output.text(), output.tokens())
              : spansOfWords(output.text(), output.tokens()));
      object.put("attention", TranslationJson.attention(output.alignment()));
    }
    return object;
  }

  /** Where words stand in a text that is made of them. */
  private static List<List<Integer>> spansOfWords(String text, List<String> words) {
    List<List<Integer>> spans = new ArrayList<>();
    int at = 0;
    for (String word : words) {
      String bare = word.strip();
      int begin = bare.isEmpty() ? -1 : text.indexOf(bare, at);
      int from = begin < 0 ? at : begin;
      at = begin < 0 ? at : begin + bare.length();
      spans.add(List.of(from, at));
    }
    return spans;
  }
}
