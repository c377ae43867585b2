package gloss.score.job;

import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.parallel.Pipeline;
import gloss.score.significance.Comparison;
import gloss.score.significance.Evaluation;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Reads, scores, reports. */
public final class ScoreJob {
  private final ScoreOptions options;
  private final List<TextMetric> metrics;
  private final PrintWriter out;
  private final Consumer<String> warnings;

  /**
   * Prepares the work.
   *
   * @param out where the report goes
   * @param warnings takes lines about what is odd, and about gates that fail
   */
  public ScoreJob(ScoreOptions options, PrintWriter out, Consumer<String> warnings) {
    this.options = options;
    this.metrics = options.metrics().stream().map(NamedMetric::metric).toList();
    this.out = out;
    this.warnings = warnings;
  }

  /**
   * Does everything; returns whether all gates were passed.
   *
   * @throws Refusal if files differ in length
   * @throws InputException if options or files do not fit together
   */
  public boolean run() throws IOException {
    try (ParallelReader reader = new ParallelReader(options.input())) {
      checkSystems(reader.systems());
      if (options.extras().segmentsOnly()) {
        printSegments(reader);
        return true;
      }
      return score(reader);
    }
  }

  private void checkSystems(int systems) {
    if (systems > 1 && options.tests().confidence().isPresent()) {
      throw new InputException(
          "an interval is for one system; for " + systems + " use --paired-bs or --paired-ar");
    }
    if (systems == 1 && options.tests().paired().isPresent()) {
      throw new InputException("a paired test needs two systems or more behind -i");
    }
    if (systems > 1 && options.extras().segmentsOnly()) {
      throw new InputException("scores of sentences are for one system, but " + systems + " came");
    }
  }

  private void printSegments(ParallelReader reader) {
    TextMetric metric = metrics.get(0).forSegments();
    Pipeline.run(
        options.extras().threads(),
        reader,
        block -> {
          List<String> lines = new ArrayList<>();
          for (int i = 0; i < block.size(); i++) {
            lines.add(options.layout().line(metric.score(block.segment(0, i))));
          }
          return lines;
        },
        lines -> lines.forEach(line -> out.print(line + "\n")));
  }

  private boolean score(ParallelReader reader) throws IOException {
    List<SegmentObserver> observers = new ArrayList<>();
    Optional<DocumentScores> documents =
        options.input().documentIds().map(ids -> new DocumentScores(metrics));
    documents.ifPresent(observers::add);
    Optional<ScriptObserver> script =
        options.extras().script().map(s -> new ScriptObserver(s, reader.systems()));
    script.ifPresent(observers::add);
    CorpusScorer scorer =
        new CorpusScorer(metrics, options.tests().any(), options.extras().threads());
    List<String> names = SystemNames.of(options, reader.systems());
    List<List<Evaluation<Segment>>> evaluations = new ArrayList<>();
    if (options.extras().perSegment().isPresent()) {
      Path file = options.extras().perSegment().get();
      AtomicFile.write(
          file,
          stream -> {
            observers.add(new SegmentTable(stream, names, metrics));
            evaluations.addAll(scorer.score(reader, observers));
          });
    } else {
      evaluations.addAll(scorer.score(reader, observers));
    }
    notices(names, evaluations).forEach(warnings);
    List<List<Comparison>> comparisons = compare(evaluations);
    if (!metrics.isEmpty()) {
      out.print(new Report(options, names, documents).of(comparisons) + "\n");
    }
    script.ifPresent(lines -> out.print(lines.text()));
    return new GateKeeper(options, warnings).pass(names, comparisons);
  }

  private static List<String> notices(
      List<String> names, List<List<Evaluation<Segment>>> evaluations) {
    List<String> notices = new ArrayList<>();
    for (int s = 0; s < names.size(); s++) {
      for (Evaluation<Segment> evaluation : evaluations.get(s)) {
        for (String notice : evaluation.sum().notices()) {
          notices.add(evaluation.metric().name() + " of " + names.get(s) + ": " + notice);
        }
      }
    }
    return notices;
  }

  /** For every metric one comparison per system. */
  private List<List<Comparison>> compare(List<List<Evaluation<Segment>>> evaluations) {
    List<List<Comparison>> all = new ArrayList<>();
    for (int m = 0; m < metrics.size(); m++) {
      int metric = m;
      List<Evaluation<Segment>> systems = evaluations.stream().map(e -> e.get(metric)).toList();
      all.add(
          options.tests().paired().isPresent()
              ? options.tests().paired().get().test().compare(systems)
              : systems.stream().map(this::alone).toList());
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
