package gloss.score.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.score.Decimals;
import gloss.score.Segment;
import gloss.score.rouge.script.ExceptionList;
import gloss.score.rouge.script.Rouge155;
import gloss.score.rouge.script.Rouge155Options;
import gloss.score.rouge.script.StopWords;
import gloss.text.SentenceSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ROUGE-1.5.5's scores of 1,992 summaries of XSum, published with four decimals. */
class PublishedRougeTest {
  private static final List<String> KEYS = List.of("R1", "R2", "RL");

  @Test
  void withoutIrregularWordsMostAreEqual() throws IOException {
    int[] equal = equal("-n 2 -m", ExceptionList.empty());
    assertThat(equal[3]).isEqualTo(1992);
    assertThat(equal[0]).isEqualTo(1831);
    assertThat(equal[1]).isEqualTo(1978);
  }

  @Test
  void withoutStemmingFewerAre() throws IOException {
    int[] equal = equal("-n 2", ExceptionList.empty());
    assertThat(equal[0]).isEqualTo(1497);
    assertThat(equal[1]).isEqualTo(1889);
  }

  @Test
  void withIrregularWordsAllButOneAre() throws IOException {
    String wordNet = System.getenv("GLOSS_WORDNET");
    assumeTrue(
        wordNet != null,
        "GLOSS_WORDNET is not set to a folder with WordNet's exception lists: skipped");
    int[] equal = equal("-n 2 -m", ExceptionList.read(Path.of(wordNet)));
    assertThat(equal[0]).isGreaterThanOrEqualTo(1991);
    assertThat(equal[1]).isGreaterThanOrEqualTo(1992);
    assertThat(equal[2]).isGreaterThanOrEqualTo(1991);
  }

  /** How many F are equal for each key, then how many there are. */
  private static int[] equal(String options, ExceptionList exceptions) throws IOException {
    String shared = System.getenv("GLOSS_SHARED");
    assumeTrue(shared != null, "GLOSS_SHARED is not set: published ROUGE is skipped");
    Path file = Path.of(shared, "data", "xsum-outputs", "xsum500.jsonl");
    assumeTrue(Files.exists(file), file + " is not there: published ROUGE is skipped");
    Rouge155 script =
        new Rouge155(
            Rouge155Options.parse(options), SentenceSplitter.LINES, exceptions, StopWords.none());
    int[] equal = new int[KEYS.size() + 1];
    for (String line : Files.readAllLines(file)) {
      for (JsonObject system : scored(JsonParser.parseString(line).getAsJsonObject())) {
        count(script, system, equal);
      }
    }
    System.out.println(
        "xsum-outputs, ROUGE-1.5.5 "
            + options
            + ", "
            + exceptions.size()
            + " irregular words: "
            + Arrays.toString(equal));
    return equal;
  }

  private static List<JsonObject> scored(JsonObject document) {
    List<JsonObject> systems = new ArrayList<>();
    for (String name : document.getAsJsonObject("systems").keySet()) {
      JsonObject system = document.getAsJsonObject("systems").getAsJsonObject(name);
      JsonElement reported = system.get("reported");
      if (reported != null && !reported.isJsonNull()) {
        system.add("reference", document.get("reference"));
        systems.add(system);
      }
    }
    return systems;
  }

  private static void count(Rouge155 script, JsonObject system, int[] equal) {
    Segment segment =
        Segment.of(system.get("summary").getAsString(), system.get("reference").getAsString());
    for (int i = 0; i < KEYS.size(); i++) {
      double f = script.measures().get(i).statistics(segment)[2];
      double reported = system.getAsJsonObject("reported").get(KEYS.get(i)).getAsDouble();
      equal[i] += Decimals.fixed(f, 4).equals(Decimals.fixed(reported, 4)) ? 1 : 0;
    }
    equal[KEYS.size()]++;
  }
}
