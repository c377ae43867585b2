package gloss.serve;

import gloss.pipeline.Scorer;
import gloss.score.Decimals;
import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.significance.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Systems to be scored. */
record ScoreQuestion(ScoreRequest request, Executor executor) implements Question {
  private static final double LEVEL = 0.05;
  private static final int DIGITS = 4;

  @Override
  public int lines() {
    return request.references().size();
  }

  @Override
  public Answer answer() {
    return Answer.of(BackgroundWork.start(executor, this::score), value -> value);
  }

  private Map<String, Object> score(Runnable mayStop) {
    Scorer scorer = Scorer.of(request.options());
    List<List<Segment>> pairs = request.pairs();
    List<List<Comparison>> comparisons = scorer.compare(pairs, mayStop);
    List<Object> metrics = new ArrayList<>();
    for (int m = 0; m < comparisons.size(); m++) {
      Map<String, Object> metric = new LinkedHashMap<>();
      metric.put("metric", request.metrics().get(m));
      metric.put("higher-is-better", scorer.metrics().get(m).higherIsBetter());
      metric.put("systems", systems(comparisons.get(m)));
      metrics.add(metric);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("metrics", metrics);
    if (request.segments()) {
      answer.put("segments", segments(scorer, pairs, mayStop));
    }
    return answer;
  }

  private Map<String, Object> systems(List<Comparison> comparisons) {
    Map<String, Object> systems = new LinkedHashMap<>();
    int s = 0;
    for (String name : request.systems().keySet()) {
      Comparison comparison = comparisons.get(s++);
      Map<String, Object> system = new LinkedHashMap<>(comparison.score().fields(DIGITS));
      if (comparison.pValue().isPresent()) {
        system.put("p-value", comparison.pValue().getAsDouble());
        system.put("significant", comparison.isSignificant(LEVEL));
      }
      systems.put(name, system);
    }
    return systems;
  }

  /** For each line, for each system, the value of each metric. */
  private List<Object> segments(Scorer scorer, List<List<Segment>> pairs, Runnable mayStop) {
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < lines(); i++) {
      Map<String, Object> ofLine = new LinkedHashMap<>();
      int s = 0;
      for (String name : request.systems().keySet()) {
        mayStop.run();
        ofLine.put(name, values(scorer.score(pairs.get(s++).get(i))));
      }
      lines.add(ofLine);
    }
    return lines;
  }

  private Map<String, Object> values(List<Score> scores) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int m = 0; m < scores.size(); m++) {
      values.put(request.metrics().get(m), Decimals.rounded(scores.get(m).value(), DIGITS));
    }
    return values;
  }
}
