package gloss.cli.score;

import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.score.job.NamedMetric;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What to compute, with the settings of each metric. */
final class MetricFlags {
  @Option(
      names = {"-m", "--metrics"},
      paramLabel = "METRIC",
      arity = "1..*",
      description = "What to compute: ${COMPLETION-CANDIDATES} (default: bleu).",
      completionCandidates = Names.class)
  private @Nullable List<String> names;

  @Mixin private BleuFlags bleu;
  @Mixin private ChrfFlags chrf;
  @Mixin private TerFlags ter;
  @Mixin private RougeFlags rouge;

  /** The options of ROUGE. */
  RougeFlags rouge() {
    return rouge;
  }

  /** The metrics in the order of the user; none if only the perl script was asked for. */
  List<NamedMetric> metrics() {
    MetricSettings settings =
        new MetricSettings(bleu.settings(), chrf.settings(), ter.settings(), rouge.settings());
    return wanted().stream()
        .map(name -> new NamedMetric(name, TextMetrics.named(name, settings)))
        .toList();
  }

  /** BLEU, unless something else is asked for. */
  private List<String> wanted() {
    if (names == null) {
      return rouge.hasScript() ? List.of() : List.of("bleu");
    }
    return List.copyOf(new LinkedHashSet<>(names));
  }

  /** The names behind {@code -m}, for the help. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return TextMetrics.index().keySet().iterator();
    }
  }
}
