package gloss.score.rouge.script;

import gloss.score.rouge.overlap.NgramOverlap;
import gloss.score.rouge.overlap.SkipBigramOverlap;
import gloss.score.rouge.overlap.UnionLcsOverlap;
import gloss.score.rouge.overlap.WeightedLcsOverlap;
import gloss.score.rouge.script.Rouge155Options.Unigrams;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The measures that options ask for, in the order in which the script prints them. */
final class ScriptMeasures {
  private final Rouge155 script;
  private final List<Rouge155Measure> measures = new ArrayList<>();

  private ScriptMeasures(Rouge155 script) {
    this.script = script;
  }

  static List<Rouge155Measure> of(Rouge155 script) {
    ScriptMeasures list = new ScriptMeasures(script);
    Rouge155Options.Measures asked = script.options().measures();
    for (int n = 1; n <= asked.maxOrder(); n++) {
      list.addNgrams(n);
    }
    if (asked.lcs()) {
      list.add("L", () -> new ScriptCounter.Subsequences(new UnionLcsOverlap()));
    }
    asked.weight().ifPresent(list::addWeighted);
    asked.gap().ifPresent(gap -> list.addSkipBigrams(gap, asked.unigrams()));
    return List.copyOf(list.measures);
  }

  private void add(String tag, Supplier<ScriptCounter> counter) {
    measures.add(new Rouge155Measure("ROUGE-" + tag, script, counter));
  }

  private void addNgrams(int order) {
    add(Integer.toString(order), () -> new ScriptCounter.Plain(new NgramOverlap(order)));
  }

  private void addWeighted(String written) {
    double weight = Double.parseDouble(written);
    add("W-" + written, () -> new ScriptCounter.Weighted(new WeightedLcsOverlap(weight), weight));
  }

  private void addSkipBigrams(int gap, Unigrams unigrams) {
    String suffix = gap < 0 ? "*" : Integer.toString(gap);
    if (unigrams != Unigrams.WITH) {
      add("S" + suffix, () -> new ScriptCounter.Plain(new SkipBigramOverlap(gap, false)));
    }
    if (unigrams != Unigrams.WITHOUT) {
      add("SU" + suffix, () -> new ScriptCounter.Plain(new SkipBigramOverlap(gap, true)));
    }
  }
}
