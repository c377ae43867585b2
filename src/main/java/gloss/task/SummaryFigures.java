package gloss.task;

import gloss.corpus.SummarizedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What summaries are made of, in per cent. Words are runs of letters and digits, in small letters.
 *
 * @param copied words of the summaries that their texts have
 * @param novel pairs of neighbouring words that their texts have not
 * @param repeated runs of three words that came before in the same summary
 * @param length words of the summaries by those of the first references
 */
record SummaryFigures(double copied, double novel, double repeated, double length) {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** Sums of what the figures are shares of. */
  private static final class Count {
    private long hits;
    private long all;

    void add(boolean hit) {
      hits += hit ? 1 : 0;
      all++;
    }

    double percent() {
      return all == 0 ? 0 : 100.0 * hits / all;
    }
  }

  /** Looks at summaries, one a text. */
  static SummaryFigures of(List<String> summaries, List<SummarizedText> texts) {
    Count copied = new Count();
    Count novel = new Count();
    Count repeated = new Count();
    Count length = new Count();
    for (int i = 0; i < summaries.size(); i++) {
      List<String> text = words(texts.get(i).text());
      List<String> summary = words(summaries.get(i));
      Set<String> known = new HashSet<>(text);
      summary.forEach(word -> copied.add(known.contains(word)));
      Set<String> pairs = new HashSet<>(runs(text, 2));
      runs(summary, 2).forEach(pair -> novel.add(!pairs.contains(pair)));
      Set<String> before = new HashSet<>();
      runs(summary, 3).forEach(run -> repeated.add(!before.add(run)));
      length.hits += summary.size();
      length.all += words(texts.get(i).summary()).size();
    }
    return new SummaryFigures(
        copied.percent(), novel.percent(), repeated.percent(), length.percent());
  }

  private static List<String> words(String text) {
    return BETWEEN
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static List<String> runs(List<String> words, int length) {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i + length <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + length)));
    }
    return runs;
  }

  /** By the names that logs use. */
  Map<String, Double> byName() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("copied", copied);
    figures.put("novel", novel);
    figures.put("repeated", repeated);
    figures.put("length", length);
    return figures;
  }
}
