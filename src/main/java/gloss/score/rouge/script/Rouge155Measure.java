package gloss.score.rouge.script;

import gloss.score.Segment;
import gloss.score.Signature;
import gloss.score.TextMetric;
import gloss.score.rouge.RougeBreakdown;
import java.util.List;
import java.util.function.Supplier;

/**
 * One measure of the script, such as {@code ROUGE-2} or {@code ROUGE-SU4}. With C the hits, counts
 * added up over the references (or those of the best reference only) and α = 0.5 as a rule
 *
 * <pre>
 *   R = C / units of references     P = C / units of hypothesis     F = PR / ((1 − α) P + α R)
 * </pre>
 *
 * <p>each rounded to five decimals, F taken of the rounded values. Statistics of a document: P, R,
 * F, 1, {@code (4)}, whose mean is the score; or, when tokens are counted over the whole corpus,
 * units of the hypothesis, units of the references, hits, {@code (3)}. The score is 100 × F, the
 * breakdown a {@link RougeBreakdown}.
 */
public final class Rouge155Measure implements TextMetric {
  private final String name;
  private final Rouge155 script;
  private final ThreadLocal<ScriptCounter> counters;

  Rouge155Measure(String name, Rouge155 script, Supplier<ScriptCounter> counter) {
    this.name = name;
    this.script = script;
    this.counters = ThreadLocal.withInitial(counter);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Signature signature() {
    return script.signature();
  }

  private boolean perDocument() {
    return script.options().scoring().counting() == Scoring.Counting.DOCUMENTS;
  }

  @Override
  public int size() {
    return perDocument() ? 4 : 3;
  }

  @Override
  public double[] statistics(Segment segment) {
    ScriptCounter counter = counters.get();
    ScriptTexts texts = script.texts(segment);
    int references = segment.references().size();
    Counts counts =
        script.options().scoring().formula() == Scoring.Formula.BEST
            ? best(counter, texts, references)
            : sum(counter, texts, references);
    if (!perDocument()) {
      return new double[] {counts.ofHypothesis(), counts.ofReference(), counts.hits()};
    }
    double p = ScriptCounter.rounded(counter.share(counts.hits(), counts.ofHypothesis()));
    double r = ScriptCounter.rounded(counter.share(counts.hits(), counts.ofReference()));
    return new double[] {p, r, ScriptCounter.rounded(script.options().scoring().f(p, r)), 1};
  }

  private static Counts sum(ScriptCounter counter, ScriptTexts texts, int references) {
    Counts sum = new Counts(0, 0, 0);
    for (int i = 0; i < references; i++) {
      sum = sum.plus(counter.count(texts.hypothesis(), texts.reference(i)));
    }
    return sum;
  }

  private static Counts best(ScriptCounter counter, ScriptTexts texts, int references) {
    Counts best = new Counts(0, 0, 0);
    double bestRecall = -1;
    for (int i = 0; i < references; i++) {
      Counts counts = counter.count(texts.hypothesis(), texts.reference(i));
      double recall = counter.recall(counts, texts.reference(i));
      if (recall > bestRecall) {
        bestRecall = recall;
        best = counts;
      }
    }
    return best;
  }

  @Override
  public RougeBreakdown breakdown(double[] sums) {
    return perDocument()
        ? RougeBreakdown.mean(sums)
        : new RougeBreakdown(script.options().scoring().ofCorpus(sums), 1, List::of);
  }

  @Override
  public String toString() {
    return describe();
  }
}
