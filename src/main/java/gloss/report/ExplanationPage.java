package gloss.report;

import gloss.explain.ClassExplanation;
import gloss.explain.Explanation;
import gloss.explain.NumberExplanation;
import gloss.explain.TextExplanation;

/** What a model gets wrong on a split, and whether it is the data, as one HTML page. */
public final class ExplanationPage {
  private ExplanationPage() {}

  /** The page; it needs no other file. */
  public static String of(Explanation explanation) {
    if (explanation instanceof TextExplanation text) {
      return new TextPage(text).sheet().html();
    }
    return explanation instanceof ClassExplanation classes
        ? new ClassPage(classes).sheet().html()
        : new NumberPage((NumberExplanation) explanation).sheet().html();
  }
}
