package gloss.task;

import gloss.corpus.SummarizedText;
import gloss.model.Evaluation;
import gloss.model.Samples;
import gloss.recipe.DecodingRecipe;
import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.score.rouge.Rouge;
import gloss.train.Validation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Summaries of a split.
 *
 * @param texts with their references
 * @param summaries one a text, their sentences one a line
 */
record SummaryEvaluation(String split, List<SummarizedText> texts, List<String> summaries)
    implements Evaluation {
  /** As {@code rouge_score} computes it, with its stemmer; of several references the best. */
  private static final Rouge ROUGE = Rouge.builder().stem(true).build();

  /** Copies the lists. */
  SummaryEvaluation {
    texts = List.copyOf(texts);
    summaries = List.copyOf(summaries);
  }

  static SummaryEvaluation of(SummarizationModel model, String split, DecodingRecipe decoding)
      throws IOException {
    List<SummarizedText> texts = model.recipe().data().read(split);
    List<SummaryResult> results =
        model.summarize(texts.stream().map(SummarizedText::text).toList(), decoding);
    return new SummaryEvaluation(
        split, texts, results.stream().map(result -> result.best().text()).toList());
  }

  /** Sentences side by side. */
  @Override
  public List<String> outputs() {
    return summaries.stream().map(summary -> summary.replace('\n', ' ')).toList();
  }

  @Override
  public List<Validation.Sample> samples(int most) {
    return samples(most, texts, summaries);
  }

  static List<Validation.Sample> samples(
      int most, List<SummarizedText> texts, List<String> summaries) {
    return Samples.evenly(
        most,
        texts.size(),
        i -> new Validation.Sample(texts.get(i).text(), texts.get(i).summary(), summaries.get(i)));
  }

  @Override
  public List<String> metrics() {
    return List.of("rouge1", "rouge2", "rougeL", "rougeLsum");
  }

  @Override
  public Score score(String metric) {
    return metric(metric).score(segments(texts, summaries));
  }

  static TextMetric metric(String name) {
    return Rouge.index().containsKey(name)
        ? ROUGE.named(name)
        : TextMetrics.named(name, MetricSettings.defaults());
  }

  static List<Segment> segments(List<SummarizedText> texts, List<String> summaries) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < summaries.size(); i++) {
      segments.add(new Segment(summaries.get(i), texts.get(i).summaries()));
    }
    return segments;
  }
}
