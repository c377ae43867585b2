package gloss.score.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import gloss.score.Segment;
import gloss.score.rouge.script.ExceptionList;
import gloss.score.rouge.script.Rouge155;
import gloss.score.rouge.script.Rouge155Options;
import gloss.score.rouge.script.ScriptRun;
import gloss.score.rouge.script.StopWords;
import gloss.text.SentenceSplitter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The perl script's lines. Irregular words are taken from {@code $GLOSS_WORDNET}, a folder with
 * WordNet's exception lists, or else from a short list of our own that suffices for the cases which
 * are known.
 */
final class ScriptCases {
  private ScriptCases() {}

  static void run(GoldenCase golden) throws IOException {
    List<String> options = new ArrayList<>();
    golden.args().getAsJsonArray("opts").forEach(option -> options.add(option.getAsString()));
    Rouge155 script =
        new Rouge155(
            Rouge155Options.parse(String.join(" ", options) + " -d"),
            SentenceSplitter.LINES,
            exceptions(),
            StopWords.smart());
    int system = 0;
    for (JsonElement file : golden.json().getAsJsonArray("hyp")) {
      system++;
      ScriptRun run = script.run(Integer.toString(system));
      for (Segment document : RougeCases.documents(golden, file.getAsString())) {
        run.add(document);
      }
      List<String> printed = Arrays.asList(run.text().split("\n", -1));
      assertThat(printed).containsAll(expected(golden.expected(), Integer.toString(system)));
    }
  }

  private static ExceptionList exceptions() throws IOException {
    String wordNet = System.getenv("GLOSS_WORDNET");
    if (wordNet != null) {
      return ExceptionList.read(Path.of(wordNet));
    }
    return ExceptionList.read(
        Path.of("src", "test", "resources", "gloss", "score", "golden", "irregular.exc"));
  }

  private static List<String> expected(JsonObject expected, String system) {
    List<String> lines = new ArrayList<>();
    JsonObject averages = expected.getAsJsonObject("average").getAsJsonObject(system);
    for (String measure : averages.keySet()) {
      JsonObject scores = averages.getAsJsonObject(measure);
      for (String letter : List.of("R", "P", "F")) {
        JsonArray v = scores.getAsJsonArray(letter);
        lines.add(
            "%s %s Average_%s: %s (95%%-conf.int. %s - %s)"
                .formatted(system, measure, letter, text(v, 0), text(v, 1), text(v, 2)));
      }
    }
    JsonObject documents = expected.getAsJsonObject("per_eval").getAsJsonObject(system);
    for (String measure : documents.keySet()) {
      for (JsonElement row : documents.getAsJsonArray(measure)) {
        JsonArray v = row.getAsJsonArray();
        lines.add(
            "%s %s Eval %s.%s R:%s P:%s F:%s"
                .formatted(
                    system, measure, text(v, 0), system, text(v, 1), text(v, 2), text(v, 3)));
      }
    }
    return lines;
  }

  private static String text(JsonArray array, int i) {
    return array.get(i).getAsString();
  }
}
