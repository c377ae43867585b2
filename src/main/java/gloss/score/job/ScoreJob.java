package gloss.score.job;

import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.parallel.Pipeline;
import gloss.score.significance.Evaluation;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads, scores, reports. */
public final class ScoreJob {
  private final ScoreInput input;
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
  public ScoreJob(
      ScoreInput input, ScoreOptions options, PrintWriter out, Consumer<String> warnings) {
    this.input = input;
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
    try (ParallelReader reader = new ParallelReader(input)) {
      List<String> names =
          SystemNames.of(input, options.tests().paired().isPresent(), reader.systems());
      Conclusion conclusion = new Conclusion(options, names, out, warnings);
      if (options.extras().segmentsOnly()) {
        printSegments(reader);
        return true;
      }
      return score(reader, names, conclusion);
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

  private boolean score(ParallelReader reader, List<String> names, Conclusion conclusion)
      throws IOException {
    List<SegmentObserver> observers = new ArrayList<>();
    Optional<DocumentScores> documents =
        input.documentIds().map(ids -> new DocumentScores(metrics));
    documents.ifPresent(observers::add);
    Optional<ScriptObserver> script =
        options.extras().script().map(s -> new ScriptObserver(s, reader.systems()));
    script.ifPresent(observers::add);
    CorpusScorer scorer =
        new CorpusScorer(metrics, options.tests().any(), options.extras().threads());
    List<List<Evaluation<Segment>>> evaluations = new ArrayList<>();
    if (options.extras().perSegment().isPresent()) {
      Path file = options.extras().perSegment().get();
      AtomicFile.write(
          file,
          stream -> {
            observers.add(new SegmentTable(stream, new SegmentRows(names, metrics)));
            evaluations.addAll(scorer.score(reader, observers));
          });
    } else {
      evaluations.addAll(scorer.score(reader, observers));
    }
    boolean passed = conclusion.draw(evaluations, documents);
    script.ifPresent(lines -> out.print(lines.text()));
    return passed;
  }
}
