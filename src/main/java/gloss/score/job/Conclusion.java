package gloss.score.job;

import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.significance.Comparison;
import gloss.score.significance.Evaluation;
import gloss.text.InputException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * What follows when all segments are scored, wherever that was done: intervals and tests, the
 * report, and whether the scores are good enough.
 */
public final class Conclusion {
  private final ScoreOptions options;
  private final List<String> systems;
  private final PrintWriter out;
  private final Consumer<String> warnings;

  /**
   * Prepares it.
   *
   * @param systems their names
   * @param out where the report goes
   * @param warnings takes lines about what is odd, and about gates that fail
   * @throws InputException if the options are for fewer or more systems
   */
  public Conclusion(
      ScoreOptions options, List<String> systems, PrintWriter out, Consumer<String> warnings) {
    this.options = options;
    this.systems = systems;
    this.out = out;
    this.warnings = warnings;
    checkSystems();
  }

  private void checkSystems() {
    int count = systems.size();
    if (count > 1 && options.tests().confidence().isPresent()) {
      throw new InputException(
          "an interval is for one system; for " + count + " use --paired-bs or --paired-ar");
    }
    if (count == 1 && options.tests().paired().isPresent()) {
      throw new InputException("a paired test needs two systems or more behind -i");
    }
    if (count > 1 && options.extras().segmentsOnly()) {
      throw new InputException("scores of sentences are for one system, but " + count + " came");
    }
  }

  /**
   * Reports; returns whether all gates were passed.
   *
   * @param evaluations for every system, for every metric, its evaluation
   */
  public boolean draw(List<List<Evaluation<Segment>>> evaluations) {
    return draw(evaluations, Optional.empty());
  }

  /** The same with the scores of documents, if there are any. */
  public boolean draw(
      List<List<Evaluation<Segment>>> evaluations, Optional<DocumentScores> documents) {
    notices(evaluations).forEach(warnings);
    List<List<Comparison>> comparisons = compare(evaluations);
    if (!options.metrics().isEmpty()) {
      out.print(new Report(options, systems, documents).of(comparisons) + "\n");
    }
    return new GateKeeper(options, warnings).pass(systems, comparisons);
  }

  private List<String> notices(List<List<Evaluation<Segment>>> evaluations) {
    List<String> notices = new ArrayList<>();
    for (int s = 0; s < systems.size(); s++) {
      for (Evaluation<Segment> evaluation : evaluations.get(s)) {
        for (String notice : evaluation.sum().notices()) {
          notices.add(evaluation.metric().name() + " of " + systems.get(s) + ": " + notice);
        }
      }
    }
    return notices;
  }

  /** For every metric one comparison per system. */
  private List<List<Comparison>> compare(List<List<Evaluation<Segment>>> evaluations) {
    List<List<Comparison>> all = new ArrayList<>();
    for (int m = 0; m < options.metrics().size(); m++) {
      int metric = m;
      List<Evaluation<Segment>> one = evaluations.stream().map(e -> e.get(metric)).toList();
      all.add(
          options.tests().paired().isPresent()
              ? options.tests().paired().get().test().compare(one)
              : one.stream().map(this::alone).toList());
    }
    return all;
  }

  private Comparison alone(Evaluation<Segment> system) {
    Score score =
        options.tests().confidence().isPresent()
            ? options.tests().confidence().get().confidence(system)
            : system.score();
    return new Comparison(score, OptionalDouble.empty());
  }
}
