package gloss.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final String ATTACK = "</script><script>alert(1)</script><img src=x onerror=a>";

  private static final String RUN =
      """
      {"event":"start","time":"2026-11-22T18:00:00Z","name":"demo","task":"translation",\
      "gloss":"0.1.0","parameters":1234567,"threads":2,"seed":7,"train":14000,"valid":500,\
      "data":{"train.en":"sha256:abc"}}
      {"event":"step","step":50,"epoch":1,"seconds":3.2,"loss":5.1,"perplexity":164.0,\
      "rate":0.0005,"norm":1.3,"perSecond":5400}
      {"event":"validation","step":50,"epoch":1,"seconds":4,"loss":4.2,"perplexity":66.7,\
      "metrics":{"bleu":1.5},"best":true,"samples":[{"source":"Good evening.",\
      "reference":"Bonsoir à tous .","hypothesis":"Bonsoir à vous ."}]}
      {"event":"step","step":100,"epoch":2,"seconds":7.5,"loss":3.0,"perplexity":20.1,\
      "rate":0.001,"norm":0.9,"perSecond":5600}
      {"event":"validation","step":100,"epoch":2,"seconds":8,"loss":2.9,"perplexity":18.2,\
      "metrics":{"bleu":12.25},"best":true,"samples":[]}
      {"event":"end","step":100,"seconds":201.5,"reason":"all steps done",\
      "best":{"step":100,"metric":"bleu","value":12.25}}
      {"event":"test","set":"newstest","metric":"BLEU","value":11.75,"signature":"nrefs:1|tok:13a"}
      """;

  @TempDir Path folder;

  private static String render(String log) {
    return Report.render(TrainingLog.parse(log), "");
  }

  /** The page without its script and style, tags and all. */
  private static String body(String page) {
    return page.substring(page.indexOf("<body>"), page.indexOf("<script id=\"charts\""));
  }

  private static JsonObject charts(String page) {
    Matcher json =
        Pattern.compile("<script id=\"charts\" type=\"application/json\">(.*?)</script>")
            .matcher(page);
    assertThat(json.find()).isTrue();
    return JsonParser.parseString(json.group(1)).getAsJsonObject();
  }

  @Test
  void saysWhatARunWasAndHowItWent() {
    assertThat(body(render(RUN)))
        .contains("<h1>demo</h1>", "translation · 2026-11-22 18:00 UTC")
        .contains("finished: all steps done")
        .contains("<dt>best bleu</dt><dd>12.25<small>step 100</small>")
        .contains("3 min 21 s", "1\u202f234\u202f567", "14\u202f000")
        .contains("newstest</td><td>BLEU</td><td class=\"number\">11.75", "nrefs:1|tok:13a")
        .contains("<ins>vous</ins>", "<del>tous</del>", "sha256:abc", "★ best")
        .doesNotContain("Warning", "Note");
  }

  @Test
  void curvesHaveTheValuesOfTheLog() {
    JsonObject charts = charts(render(RUN));
    assertThat(charts.get("best").getAsInt()).isEqualTo(100);
    JsonObject loss = charts.getAsJsonArray("charts").get(0).getAsJsonObject();
    assertThat(loss.get("x")).hasToString("[50,100]");
    assertThat(loss.get("curves"))
        .hasToString(
            "[{\"name\":\"training\",\"kind\":\"training\",\"y\":[5.1,3.0]},"
                + "{\"name\":\"validation\",\"kind\":\"validation\",\"y\":[4.2,2.9]}]");
    assertThat(charts.getAsJsonArray("charts")).hasSize(6);
  }

  @Test
  void dataIsShownAndNeverRun() {
    String log =
        RUN.replace("demo", ATTACK)
            .replace("Good evening.", ATTACK)
            .replace("vous", ATTACK)
            .replace("bleu", ATTACK)
            .replace("newstest", ATTACK)
            .replace("all steps done", ATTACK)
            .replace("sha256:abc", ATTACK)
            .replace("nrefs:1", ATTACK);
    String page = Report.render(TrainingLog.parse(log), "a: " + ATTACK);
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page).doesNotContain("<script>alert", "<img");
    assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(2);
    assertThat(charts(page).getAsJsonArray("charts")).hasSize(6);
  }

  @Test
  void placesOfTheTemplateInDataStayWhatTheyAre() {
    assertThat(body(render(RUN.replace("demo", "{{script}} $1 \\\\1"))))
        .contains("<h1>{{script}} $1 \\1</h1>");
  }

  @Test
  void asksNoOtherHostForAnything() {
    String page = render(RUN);
    assertThat(page)
        .doesNotContainPattern("(?i)(src|href|url|action)\\s*[=(]\\s*[\"']?\\s*(https?:)?//");
    assertThat(page).doesNotContain("@import", "<link rel=\"stylesheet\"", "{{");
    assertThat(page).contains("default-src 'none'");
  }

  @Test
  void thePolicyAllowsThePagesOwnScript() throws Exception {
    String page = render(RUN);
    String script = page.substring(page.lastIndexOf("<script>") + 8, page.lastIndexOf("</script>"));
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
    assertThat(page).contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest));
    assertThat(script).contains("Permission is hereby granted", "uPlot");
  }

  @Test
  void anEmptyLogIsAPageToo() {
    String page = render("");
    assertThat(body(page)).contains("<h1>Training</h1>", "The log is empty", "nothing trained yet");
    assertThat(body(page)).doesNotContain("<section", "class=\"tiles\"");
    assertThat(charts(page).getAsJsonArray("charts")).isEmpty();
  }

  @Test
  void eventsWithoutFieldsAreToleratedAndUnknownOnesPassedOver() {
    String page =
        render(
            """
            {"event":"start"}
            {"event":"step"}
            {"event":"step","step":5,"loss":null,"rate":"fast"}
            {"event":"coffee","step":6}
            {"event":"validation","step":7,"samples":[{},3,{"source":"a"}],"metrics":[1]}
            {"event":"end"}
            """);
    assertThat(body(page)).contains("<em>empty</em>", "<h2>Validations</h2>", "–");
    assertThat(body(page)).doesNotContain("NaN", "null", "could not be read");
    assertThat(charts(page).getAsJsonArray("charts")).isEmpty();
  }

  @Test
  void anUnfinishedRunSaysSo() {
    String log = RUN.substring(0, RUN.indexOf("{\"event\":\"end\""));
    assertThat(body(render(log)))
        .contains("not finished", "The log has no end")
        .contains("<dt>best bleu</dt><dd>12.25<small>step 100</small>");
  }

  @Test
  void damagedLinesAreLeftOutAndNamed() {
    assertThat(body(render(RUN + "{\"event\":\"ste\n")))
        .contains("One line of the log could not be read and is left out: line 8.")
        .contains("12.25");
    assertThat(TrainingLog.parse("[1]\n\n7\n{\"event\":\"step\"}\n").damaged())
        .isEqualTo(List.of(1, 3));
  }

  @Test
  void writesBesideTheLog() throws IOException {
    Files.writeString(folder.resolve("log.jsonl"), RUN);
    Files.writeString(folder.resolve("recipe.resolved.yaml"), "name: demo # <b>\n");
    Path page = Report.write(folder);
    assertThat(page).isEqualTo(folder.resolve("report.html"));
    assertThat(Files.readString(page)).contains("name: demo # &lt;b&gt;");
  }

  @Test
  void badBytesInTheLogCostNoMoreThanTheirLine() throws IOException {
    Path log = folder.resolve("log.jsonl");
    Files.writeString(log, RUN);
    Files.write(log, new byte[] {(byte) 0xff, 0, '\n'}, StandardOpenOption.APPEND);
    assertThat(TrainingLog.read(log).damaged()).isEqualTo(List.of(8));
  }

  @Test
  void withoutALogThereIsNothingToReport() {
    assertThatThrownBy(() -> Report.write(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("log.jsonl: no such file");
  }
}
