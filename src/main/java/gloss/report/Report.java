package gloss.report;

import gloss.text.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A training run as one HTML page: headline numbers, learning curves, samples, validations, test
 * scores, recipe and environment.
 *
 * <p>The page holds all it needs and asks no other host for anything: a content security policy
 * forbids it, and allows no script but the page's own. Curves are drawn by uPlot (MIT).
 */
public final class Report {
  /** The log that a report is made from. */
  public static final String LOG = "log.jsonl";

  /** The recipe as it was run, shown where it is there. */
  public static final String RECIPE = "recipe.resolved.yaml";

  /** The page. */
  public static final String PAGE = "report.html";

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private Report() {}

  /**
   * Reads {@value #LOG} and {@value #RECIPE} in a model's folder and writes {@value #PAGE} there.
   *
   * @return the page's path
   * @throws gloss.text.InputException where there is no log
   */
  public static Path write(Path modelFolder) throws IOException {
    TrainingLog log = TrainingLog.read(modelFolder.resolve(LOG));
    Path recipe = modelFolder.resolve(RECIPE);
    String yaml =
        Files.exists(recipe) ? new String(Files.readAllBytes(recipe), StandardCharsets.UTF_8) : "";
    Path page = modelFolder.resolve(PAGE);
    byte[] bytes = render(log, yaml).getBytes(StandardCharsets.UTF_8);
    AtomicFile.writeInto(modelFolder, PAGE, out -> out.write(bytes));
    return page;
  }

  /** The page's HTML; {@code recipe} may be empty. */
  public static String render(TrainingLog log, String recipe) {
    History history = History.of(log.events());
    Charts charts = new Charts(history);
    String figures = charts.figures();
    String script =
        "/*!\n"
            + Resources.uplot("LICENSE")
            + "*/\n"
            + Resources.uplot("dist/uPlot.iife.min.js")
            + Resources.text("/gloss/report/report.js");
    String style =
        Resources.uplot("dist/uPlot.min.css") + Resources.text("/gloss/report/report.css");
    return fill(
        Resources.text("/gloss/report/page.html"),
        Map.ofEntries(
            Map.entry("title", Html.escape(Overview.title(history))),
            Map.entry("style", style),
            Map.entry("header", Overview.header(history)),
            Map.entry("notes", Overview.notes(history, log)),
            Map.entry("tiles", Overview.tiles(history)),
            Map.entry("tests", Tables.testScores(history)),
            Map.entry("confusions", ConfusionMap.section(history)),
            Map.entry("curves", figures.isEmpty() ? "" : curves(figures)),
            Map.entry("samples", Samples.section(history)),
            Map.entry("validations", Tables.validations(history)),
            Map.entry("recipe", Tables.recipe(recipe)),
            Map.entry("environment", Tables.environment(history)),
            Map.entry("charts", charts.json()),
            Map.entry("digest", sha256(script)),
            Map.entry("script", script)));
  }

  private static String curves(String figures) {
    return Tables.section(
        "curves",
        "Learning curves",
        "<p class=\"facts\" id=\"howto\">Over training steps. Without JavaScript, the table of"
            + " validations holds the numbers.</p>\n<div class=\"figures\">"
            + figures
            + "</div>\n");
  }

  /** Fills in all places at once, so that a place's name in someone's data stays what it is. */
  private static String fill(String template, Map<String, String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              return Matcher.quoteReplacement(value == null ? place.group() : value);
            });
  }

  private static String sha256(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
