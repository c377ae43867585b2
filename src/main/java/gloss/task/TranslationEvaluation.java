package gloss.task;

import gloss.corpus.ParallelText;
import gloss.model.Evaluation;
import gloss.model.Samples;
import gloss.score.Score;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.train.Validation;
import java.util.List;

/**
 * Translations of a split.
 *
 * @param text sources and references
 * @param outputs the translations, one a source
 */
record TranslationEvaluation(String split, ParallelText text, List<String> outputs)
    implements Evaluation {
  /** Copies the list. */
  TranslationEvaluation {
    outputs = List.copyOf(outputs);
  }

  @Override
  public List<Validation.Sample> samples(int most) {
    return Samples.evenly(
        most,
        text.size(),
        i -> new Validation.Sample(text.sources().get(i), text.targets().get(i), outputs.get(i)));
  }

  @Override
  public List<String> metrics() {
    return List.of("bleu", "chrf");
  }

  @Override
  public Score score(String metric) {
    return TextMetrics.named(metric, MetricSettings.defaults()).score(outputs, text.targets());
  }
}
