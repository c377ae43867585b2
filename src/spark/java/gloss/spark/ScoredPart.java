package gloss.spark;

import gloss.score.Accumulator;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.job.Columns;
import gloss.score.job.DocumentScores;
import gloss.score.job.SegmentRows;
import gloss.score.significance.Evaluation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The segments of one partition, scored.
 *
 * @param first the number of the first segment, from 0
 * @param evaluations for every system, for every metric
 * @param documents their sums, if there are names of documents
 */
record ScoredPart(
    long first,
    List<List<Evaluation.Part>> evaluations,
    LinkedHashMap<String, List<List<Accumulator.Part>>> documents)
    implements Serializable {
  /** Scores the lines of a partition. */
  static ScoredPart of(
      Iterator<ParallelLines.Line> lines, ScoringInput input, MetricSource source) {
    List<List<Evaluation<Segment>>> systems = new ArrayList<>();
    List<TextMetric> metrics = source.metrics();
    addEmpty(systems, input.systems().size(), metrics);
    LineDecoder decoder = new LineDecoder(input.encoding());
    DocumentScores documents = new DocumentScores(metrics);
    long first = -1;
    while (lines.hasNext()) {
      ParallelLines.Line line = lines.next();
      first = first < 0 ? line.number() : first;
      List<String> references = references(line, input, decoder);
      List<List<double[]>> statistics = new ArrayList<>();
      for (int s = 0; s < systems.size(); s++) {
        String name = input.systems().get(s);
        String text = decoder.decode(line.texts()[s], name, line.number() + 1);
        Segment segment =
            new Segment(Columns.of(text, 1, name, line.number() + 1).get(0), references);
        statistics.add(systems.get(s).stream().map(e -> e.add(segment)).toList());
      }
      if (input.hasDocuments()) {
        documents.add(document(line, input, decoder), references.size(), statistics);
      }
    }
    return new ScoredPart(
        Math.max(0, first), parts(systems), new LinkedHashMap<>(documents.parts()));
  }

  private static String document(ParallelLines.Line line, ScoringInput input, LineDecoder decoder) {
    long number = line.number() + 1;
    byte[] bytes = line.texts()[line.texts().length - 1];
    String text = decoder.decode(bytes, input.documents(), number);
    return Columns.of(text, 1, input.documents(), number).get(0);
  }

  private static List<String> references(
      ParallelLines.Line line, ScoringInput input, LineDecoder decoder) {
    List<String> references = new ArrayList<>();
    for (int r = 0; r < input.references().size(); r++) {
      String name = input.references().get(r);
      byte[] bytes = line.texts()[input.systems().size() + r];
      String text = decoder.decode(bytes, name, line.number() + 1);
      references.addAll(Columns.of(text, input.referencesPerLine(), name, line.number() + 1));
    }
    return references;
  }

  private static List<List<Evaluation.Part>> parts(List<List<Evaluation<Segment>>> systems) {
    List<List<Evaluation.Part>> parts = new ArrayList<>();
    for (List<Evaluation<Segment>> system : systems) {
      List<Evaluation.Part> row = new ArrayList<>();
      system.forEach(evaluation -> row.add(evaluation.part()));
      parts.add(row);
    }
    return parts;
  }

  private static void addEmpty(
      List<List<Evaluation<Segment>>> systems, int count, List<TextMetric> metrics) {
    for (int s = 0; s < count; s++) {
      List<Evaluation<Segment>> row = new ArrayList<>();
      metrics.forEach(metric -> row.add(new Evaluation<>(metric)));
      systems.add(row);
    }
  }

  /** The same without the statistics of single segments and documents. */
  ScoredPart withoutRows() {
    List<List<Evaluation.Part>> lighter = new ArrayList<>();
    for (List<Evaluation.Part> system : evaluations) {
      List<Evaluation.Part> row = new ArrayList<>();
      system.forEach(part -> row.add(part.withoutRows()));
      lighter.add(row);
    }
    return new ScoredPart(first, lighter, new LinkedHashMap<>());
  }

  /** Adds the evaluations to the totals; they are made if there are none yet. */
  void addTo(List<List<Evaluation<Segment>>> totals, List<TextMetric> metrics) {
    if (totals.isEmpty()) {
      addEmpty(totals, evaluations.size(), metrics);
    }
    for (int s = 0; s < totals.size(); s++) {
      for (int m = 0; m < metrics.size(); m++) {
        totals.get(s).get(m).append(evaluations.get(s).get(m));
      }
    }
  }

  /** The rows of all segments. */
  List<String> lines(SegmentRows rows) {
    List<String> lines = new ArrayList<>();
    if (evaluations.get(0).isEmpty()) {
      return lines;
    }
    long segments = evaluations.get(0).get(0).sum().examples();
    for (int i = 0; i < segments; i++) {
      for (int s = 0; s < evaluations.size(); s++) {
        int place = i;
        List<double[]> statistics =
            evaluations.get(s).stream().map(part -> row(part, place)).toList();
        lines.add(rows.row(first + i + 1, s, statistics));
      }
    }
    return lines;
  }

  private static double[] row(Evaluation.Part part, int row) {
    int width = part.sum().high().length;
    return Arrays.copyOfRange(part.rows(), row * width, (row + 1) * width);
  }
}
