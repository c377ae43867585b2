package gloss.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import gloss.pipeline.Summary;
import gloss.task.SummaryOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How summaries are written; the names are those of the option. */
enum SummaryFormat {
  /** A line each, the sentences parted by a string; several outputs in the format of Moses. */
  text {
    @Override
    List<String> lines(Summary summary, long line, String separator) {
      if (summary.outputs().size() <= 1) {
        return List.of(String.join(separator, summary.sentences()));
      }
      return summary.outputs().stream()
          .map(
              output ->
                  String.format(
                      Locale.ROOT,
                      "%d ||| %s ||| log-probability= %.6f ||| %.6f",
                      line - 1,
                      output.text().replace("\n", separator),
                      output.logProbability(),
                      output.score()))
          .toList();
    }
  },

  /** An object each: the summary, its sentences one a line, the sentences, and what was read. */
  jsonl {
    @Override
    List<String> lines(Summary summary, long line, String separator) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("summary", summary.text());
      object.put("sentences", summary.sentences());
      object.put("read", summary.reading().read());
      object.put("length", summary.reading().length());
      object.put("unit", summary.reading().unit());
      if (!summary.outputs().isEmpty()) {
        object.putAll(fields(summary.outputs().get(0)));
      }
      if (summary.outputs().size() > 1) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (SummaryOutput output : summary.outputs()) {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("summary", output.text());
          one.putAll(fields(output));
          all.add(one);
        }
        object.put("n-best", all);
      }
      return List.of(GSON.toJson(object));
    }
  };

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues().create();

  private static Map<String, Object> fields(SummaryOutput output) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("score", output.score());
    fields.put("log-probability", output.logProbability());
    fields.put("tokens", output.tokens());
    return fields;
  }

  /** What is written of a summary; {@code line} counts from 1. */
  abstract List<String> lines(Summary summary, long line, String separator);
}
