package gloss.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import gloss.pipeline.Summary;
import java.util.LinkedHashMap;
import java.util.Map;

/** How summaries are written; the names are those of the option. */
enum SummaryFormat {
  /** A line each, the sentences parted by a string. */
  text {
    @Override
    String line(Summary summary, String separator) {
      return String.join(separator, summary.sentences());
    }
  },

  /** An object each: the summary, its sentences one a line, the sentences, and what was read. */
  jsonl {
    @Override
    String line(Summary summary, String separator) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("summary", summary.text());
      object.put("sentences", summary.sentences());
      object.put("read", summary.reading().read());
      object.put("length", summary.reading().length());
      object.put("unit", summary.reading().unit());
      return GSON.toJson(object);
    }
  };

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues().create();

  /** What is written of a summary. */
  abstract String line(Summary summary, String separator);
}
