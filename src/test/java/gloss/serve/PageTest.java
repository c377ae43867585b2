package gloss.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page in headless Chromium; skipped where there is none. */
@Timeout(200)
class PageTest {
  private static final char TAB = '\uE004';
  private static final char RIGHT = '\uE014';

  @TempDir private static Path folder;
  private static Models models;
  private static Served served;

  // The browser may still be at work in it.
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path profile;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(Browser.isThere(), "skipped: there is no chromium with chromedriver on the PATH");
    models = Served.trainAll(folder);
    served = Served.start(models, Served.usual());
  }

  @AfterAll
  static void stop() {
    if (served != null) {
      served.close();
      models.close();
    }
  }

  private Browser open(int width) throws IOException, InterruptedException {
    Browser browser = Browser.start(profile, width, 900);
    browser.open(served.server().url());
    browser.await("document.getElementById('model').options.length === 5");
    return browser;
  }

  private static void assertClean(Browser browser) {
    assertThat(browser.log()).doesNotContain("SEVERE", "Content Security Policy");
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(url -> url.startsWith(served.server().url()));
  }

  @Test
  void textIsTranslatedAsItIsTypedAndWordsShowWhereTheyComeFrom() throws Exception {
    try (Browser browser = open(1200)) {
      browser.type("#source", "One two three. Ten nine.");
      browser.await("document.querySelectorAll('#output .word').length > 1");
      browser.await("!document.getElementById('output').classList.contains('old')");
      String expected =
          String.join(
              " ",
              models
                  .translators()
                  .get("pairs")
                  .translate(java.util.List.of("One two three.", "Ten nine.")));
      assertThat(browser.text("#output")).isEqualTo(expected);
      assertThat(browser.text("#target-language")).isEqualTo("French");
      browser.pointAt("#output .word");
      browser.await("document.querySelector('#output .word.lit')");
      assertThat(browser.text("#backdrop mark")).isIn("One", "two", "three.");
      assertThat(browser.text("#detail")).contains(" %, from ");
      assertThat(browser.count("#n-best li")).isBetween(1, 2);
      assertThat(browser.count("#output .word > span[class^=c]")).isPositive();
      // The keyboard does the same as the pointer.
      browser.click("#source");
      browser.await("document.activeElement.id === 'source'");
      browser.press(TAB);
      browser.await("document.activeElement.classList.contains('word')");
      browser.press(RIGHT);
      browser.await("document.activeElement === document.querySelectorAll('#output .word')[1]");
      browser.await("document.querySelectorAll('#output .word')[1].classList.contains('lit')");
      assertClean(browser);
    }
  }

  private static void choose(Browser browser, String model) {
    browser.script(
        "const m = document.getElementById('model'); m.value = '"
            + model
            + "'; m.dispatchEvent(new Event('change'))");
  }

  @Test
  void theStrengthOfAColourIsTheAttention() throws Exception {
    try (Browser browser = open(1200)) {
      browser.type("#source", "one two three four.");
      browser.await("document.querySelectorAll('#output .word').length > 1");
      browser.await("!document.getElementById('output').classList.contains('old')");
      browser.pointAt("#output .word");
      browser.await("document.querySelector('#backdrop mark')");
      browser.await(
          "[...document.querySelectorAll('#backdrop mark')].some(m => getComputedStyle(m).opacity"
              + " === '1')");
      // A network that has seen a little looks at more than one word.
      browser.await("document.querySelectorAll('#backdrop mark').length > 1");
      browser.await(
          "[...document.querySelectorAll('#backdrop mark')].some(m => getComputedStyle(m).opacity <"
              + " 1)");
      assertThat(browser.text("#detail")).matches("\\S+ [\\d.]+ %, from (\\S+ [\\d.]+ %(, )?)+");
      assertClean(browser);
    }
  }

  @Test
  void aModelSummarizesAsOneTypes() throws Exception {
    String text = "the red house of abcdef is near ghijkl .";
    try (Browser browser = open(1200)) {
      choose(browser, "bulletins");
      browser.type("#source", text);
      browser.await("document.querySelectorAll('#output .word').length > 0");
      browser.await("!document.getElementById('output').classList.contains('old')");
      assertThat(browser.text("#output"))
          .isEqualTo(
              models
                  .summarizers()
                  .get("bulletins")
                  .with(models.summarizers().get("bulletins").options().withBeam(3))
                  .summarize(text));
      assertThat(browser.text("#target-language")).isEqualTo("Summary");
      browser.pointAt("#output .word");
      browser.await("document.querySelector('#backdrop mark')");
      assertThat(browser.text("#detail")).contains(" %, from ");
      assertThat(browser.count("#n-best li")).isPositive();
      assertThat(browser.count("#output .word > span[class^=c]")).isPositive();
      assertClean(browser);
    }
  }

  @Test
  void sentencesOfTheTextShowWhereTheyStand() throws Exception {
    try (Browser browser = open(1200)) {
      choose(browser, "lead:3");
      browser.type("#source", "It rains. Nobody goes out. It is dark. Nothing moves.");
      browser.await("document.querySelectorAll('#output .word').length > 0");
      browser.await("!document.getElementById('output').classList.contains('old')");
      assertThat(browser.text("#output")).isEqualTo("It rains.\nNobody goes out.\nIt is dark.");
      browser.pointAt("#output .word");
      browser.await("document.querySelector('#backdrop mark')");
      assertThat(browser.text("#backdrop mark")).isEqualTo("It rains.");
      assertThat(browser.count("#n-best li")).isZero();
      assertClean(browser);
    }
  }

  @Test
  void htmlIsShownAndNotRun() throws Exception {
    try (Browser browser = open(1200)) {
      String evil = "<img src=x onerror=document.title=1><script>document.title=2</script> one.";
      browser.type("#source", evil);
      browser.await("document.querySelectorAll('#output .word').length > 0");
      browser.await("!document.getElementById('output').classList.contains('old')");
      assertThat(browser.count("#output img, #output script, #backdrop img, #backdrop script"))
          .isZero();
      browser.click("#tab-score");
      browser.type("#references", evil);
      browser.type("#first", evil);
      browser.click("#run");
      browser.await("document.querySelectorAll('#results table').length === 2");
      assertThat(browser.count("#results img, #results script")).isZero();
      assertThat(browser.script("return document.title").getAsString()).isEqualTo("Gloss");
      assertClean(browser);
    }
  }

  @Test
  void outputsAreScoredAndCompared() throws Exception {
    try (Browser browser = open(1200)) {
      browser.click("#tab-score");
      String lines = "the cat sat on the mat\\n".repeat(12);
      browser.script(
          "document.getElementById('references').value = '"
              + lines
              + "';"
              + "document.getElementById('first').value = '"
              + lines.replace("cat", "dog")
              + "';"
              + "document.getElementById('second').value = '"
              + lines
              + "'");
      browser.click("#run");
      browser.await("document.querySelectorAll('#results table').length === 2");
      assertThat(browser.text("#results"))
          .contains("BLEU", "chrF2", "A (baseline)", "better", "p = ");
      assertThat(browser.count("#results .better")).isEqualTo(2);
      browser.script("document.getElementById('second').value = 'one line'");
      browser.click("#run");
      browser.await("document.querySelector('#score-status.wrong')");
      assertThat(browser.text("#score-status")).contains("'B' has 1 lines");
      assertThat(browser.log()).doesNotContain("Content Security Policy");
    }
  }

  @Test
  void aPhoneShowsItWithoutScrollingSideways() throws Exception {
    try (Browser browser = open(500)) {
      browser.type("#source", "One two three. Ten nine eight seven.");
      browser.await("document.querySelectorAll('#output .word').length > 1");
      assertThat(
              browser
                  .script("return document.documentElement.scrollWidth <= window.innerWidth")
                  .getAsBoolean())
          .isTrue();
    }
  }

  @Test
  void whoHasNoTokenIsAskedForIt() throws Exception {
    try (Served guarded = Served.start(models, Optional.of("s3cret"), Served.usual());
        Browser browser = Browser.start(profile, 1200, 900)) {
      browser.open(guarded.server().url());
      browser.await("!document.getElementById('door').hidden");
      browser.type("#token", "s3cret");
      browser.click("#door button");
      browser.await("document.getElementById('model').options.length === 5");
      assertThat(browser.script("return document.getElementById('door').hidden").getAsBoolean())
          .isTrue();
    }
  }
}
