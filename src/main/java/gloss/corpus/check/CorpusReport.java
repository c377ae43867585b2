package gloss.corpus.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was seen of a corpus. */
public record CorpusReport(List<SplitReport> splits, List<Overlap> overlaps) {
  /** Copies the lists. */
  public CorpusReport {
    splits = List.copyOf(splits);
    overlaps = List.copyOf(overlaps);
  }

  /** Whether there is anything to look at. */
  public boolean hasFindings() {
    return splits.stream().anyMatch(split -> !split.findings().isEmpty())
        || overlaps.stream().anyMatch(Overlap::isFound);
  }

  /** The report as maps, lists, numbers and text, for JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("splits", splits.stream().map(CorpusReport::map).toList());
    map.put("overlaps", overlaps.stream().map(CorpusReport::map).toList());
    return map;
  }

  private static Map<String, Object> map(SplitReport split) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", split.name());
    map.put("pairs", split.pairs());
    map.put("source", map(split.source()));
    map.put("target", map(split.target()));
    Map<String, Object> ratio = new LinkedHashMap<>();
    ratio.put("mean", split.ratio().mean());
    ratio.put("low", split.ratio().low());
    ratio.put("high", split.ratio().high());
    map.put("ratio", ratio);
    Map<String, Object> findings = new LinkedHashMap<>();
    for (Finding finding : split.findings()) {
      Map<String, Object> found = new LinkedHashMap<>();
      found.put("count", finding.count());
      found.put("examples", examples(finding.examples()));
      findings.put(finding.kind().key(), found);
    }
    map.put("findings", findings);
    return map;
  }

  private static Map<String, Object> map(SplitReport.Side side) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("words", map(side.words()));
    map.put("characters", map(side.characters()));
    return map;
  }

  private static Map<String, Object> map(Histogram lengths) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("mean", lengths.mean());
    map.put("median", lengths.quantile(0.5));
    map.put("p99", lengths.quantile(0.99));
    map.put("max", lengths.max());
    return map;
  }

  private static Map<String, Object> map(Overlap overlap) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("split", overlap.split());
    map.put("pairs", overlap.size());
    for (Overlap.Shared shared : overlap.shared()) {
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("training", shared.training());
      part.put("held-out", shared.held());
      part.put("examples", examples(shared.examples()));
      map.put("same-" + shared.part().name().toLowerCase(Locale.ROOT), part);
    }
    return map;
  }

  private static List<Map<String, String>> examples(List<Finding.Example> examples) {
    return examples.stream()
        .map(example -> Map.of("place", example.place(), "detail", example.detail()))
        .toList();
  }
}
