package gloss.score.catalog;

import gloss.score.bleu.Bleu;
import gloss.score.chrf.Chrf;
import gloss.score.rouge.Rouge;
import gloss.score.ter.Ter;

/**
 * The settings of every family of metrics that the index knows; a metric takes what is its own.
 *
 * @param bleu settings of BLEU
 * @param chrf settings of chrF
 * @param ter settings of TER
 * @param rouge the family of ROUGE metrics, which read a segment only once
 */
public record MetricSettings(Bleu.Builder bleu, Chrf.Builder chrf, Ter.Builder ter, Rouge rouge) {
  /** The defaults of every family. */
  public static MetricSettings defaults() {
    return new MetricSettings(
        Bleu.builder(), Chrf.builder(), Ter.builder(), Rouge.builder().build());
  }
}
