package gloss.serve;

import gloss.pipeline.ScorerOptions;
import gloss.score.Segment;
import gloss.score.catalog.TextMetrics;
import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code POST /score} understands. */
record ScoreRequest(
    @Doc("{NAME: [LINE, …]} for each system; the first is the baseline")
        Map<String, List<String>> systems,
    @Doc("for each line its reference, or a list of references") List<List<String>> references,
    @Doc("metrics, as in gloss score -m") @Default("[bleu, chrf]") List<String> metrics,
    @Doc("how systems are compared: bootstrap or randomization") @Default("bootstrap")
        ScorerOptions.Test test,
    @Doc("resamples or trials; 0: no intervals and p-values") @Default("1000") int samples,
    @Doc("where resampling starts") @Default("12345") long seed,
    @Doc("whether each line is scored, too") @Default("false") boolean segments) {
  private static final int MOST_SYSTEMS = 10;
  private static final int MOST_METRICS = 10;
  private static final int MOST_SAMPLES = 10_000;

  /** Some metrics take the square of a line's length, and more. */
  private static final int LONGEST_LINE = 5000;

  /** Fails for more than a service can do, and where parts do not fit. */
  ScoreRequest {
    Check.that(!systems.isEmpty(), "systems", "must not be empty");
    Check.that(systems.size() <= MOST_SYSTEMS, "systems", "may be at most " + MOST_SYSTEMS);
    Check.notEmpty("metrics", metrics);
    Check.that(metrics.size() <= MOST_METRICS, "metrics", "may be at most " + MOST_METRICS);
    metrics.forEach(name -> Check.oneOf("metrics", name, TextMetrics.index().keySet()));
    Check.that(
        samples >= 0 && samples <= MOST_SAMPLES,
        "samples",
        "must be in [0, " + MOST_SAMPLES + "], is " + samples);
    Check.that(seed >= 0, "seed", "must be at least 0, is " + seed);
    Check.notEmpty("references", references);
    int lines = references.size();
    systems.forEach(
        (name, outputs) ->
            Check.that(
                outputs.size() == lines,
                "systems",
                "'%s' has %d lines, but there are references for %d"
                    .formatted(name, outputs.size(), lines)));
    references.forEach(
        line -> Check.that(!line.isEmpty(), "references", "each line needs a reference"));
    systems.values().forEach(ScoreRequest::checkLengths);
    references.forEach(ScoreRequest::checkLengths);
  }

  private static void checkLengths(List<String> texts) {
    Check.that(
        texts.stream().allMatch(text -> text.length() <= LONGEST_LINE),
        "systems",
        "a line may have at most " + LONGEST_LINE + " characters; one line is one sentence");
  }

  ScorerOptions options() {
    return new ScorerOptions(metrics, test, samples, seed, 1);
  }

  /** For each system its segments. */
  List<List<Segment>> pairs() {
    List<List<Segment>> all = new ArrayList<>();
    for (List<String> outputs : systems.values()) {
      List<Segment> pairs = new ArrayList<>();
      for (int i = 0; i < outputs.size(); i++) {
        pairs.add(new Segment(outputs.get(i), references.get(i)));
      }
      all.add(pairs);
    }
    return all;
  }
}
