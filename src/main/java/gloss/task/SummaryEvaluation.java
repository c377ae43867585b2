package gloss.task;

import gloss.corpus.SummarizedText;
import gloss.corpus.SummaryReader;
import gloss.model.Evaluation;
import gloss.model.Samples;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.SummaryDataRecipe;
import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.score.rouge.Rouge;
import gloss.train.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Summaries of a split.
 *
 * @param texts with their references
 * @param summaries one a text, their sentences one a line
 * @param data where the texts are from
 */
record SummaryEvaluation(
    String split, List<SummarizedText> texts, List<String> summaries, SummaryDataRecipe data)
    implements Evaluation {
  /** As {@code rouge_score} computes it, with its stemmer; of several references the best. */
  private static final Rouge ROUGE = Rouge.builder().stem(true).build();

  private static final List<String> METRICS = List.of("rouge1", "rouge2", "rougeL", "rougeLsum");

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
        split,
        texts,
        results.stream().map(result -> result.best().text()).toList(),
        model.recipe().data());
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

  /** What a validation tells beside the loss, by name. */
  static Map<String, Double> figures(List<SummarizedText> texts, List<String> summaries) {
    Map<String, Double> figures = new LinkedHashMap<>();
    List<Segment> segments = segments(texts, summaries);
    METRICS.forEach(name -> figures.put(name, metric(name).score(segments).value()));
    figures.putAll(SummaryFigures.of(summaries, texts).byName());
    return figures;
  }

  @Override
  public List<String> metrics() {
    return METRICS;
  }

  @Override
  public Score score(String metric) {
    TextMetric measure =
        metric.equals(UnseenWords.NAME) ? new UnseenWords(known()) : metric(metric);
    return measure.score(segments(texts, summaries));
  }

  /** The words that are learned from. */
  private Set<String> known() {
    Set<String> known = new HashSet<>();
    try (SummaryReader reader = data.verified(SummaryDataRecipe.TRAIN).open(data.fields())) {
      for (SummarizedText text = reader.next(); text != null; text = reader.next()) {
        known.addAll(UnseenWords.words(text.text()));
        text.summaries().forEach(summary -> known.addAll(UnseenWords.words(summary)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return known;
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
