package gloss.score.rouge.script;

import gloss.score.Decimals;
import gloss.score.rouge.overlap.Overlap;
import gloss.score.rouge.overlap.SentencePair;
import gloss.score.rouge.overlap.UnionLcsOverlap;
import gloss.score.rouge.overlap.WeightedLcsOverlap;

/** How a measure counts. Used by one thread at a time. */
interface ScriptCounter {
  /** What the script prints and computes on. */
  int DECIMALS = 5;

  /** Rounds as {@code sprintf("%.5f")} does: half to even on the exact value. */
  static double rounded(double x) {
    double scaled = x * 1e5;
    double nearest = Math.rint(scaled);
    // Far from half way the product's own rounding cannot matter.
    boolean clear = Math.abs(Math.abs(scaled - nearest) - 0.5) > 1e-6 && scaled < 1e9;
    return clear ? nearest / 1e5 : Decimals.rounded(x, DECIMALS);
  }

  /** The counts of a hypothesis against one reference. */
  Counts count(ScriptText hypothesis, ScriptText reference);

  /** By what the best of several references is chosen: a recall. */
  double recall(Counts counts, ScriptText reference);

  /** Hits as a share of all units; 0 if there is none. */
  default double share(double hits, double units) {
    return units == 0 ? 0 : hits / units;
  }

  /** n-grams and skip-bigrams, of the whole text. */
  record Plain(Overlap overlap) implements ScriptCounter {
    @Override
    public Counts count(ScriptText hypothesis, ScriptText reference) {
      return new Counts(
          overlap.hits(hypothesis.whole(), reference.whole()),
          overlap.size(hypothesis.whole()),
          overlap.size(reference.whole()));
    }

    @Override
    public double recall(Counts counts, ScriptText reference) {
      return rounded(share(counts.hits(), counts.ofReference()));
    }
  }

  /** Longest common subsequences of sentences. */
  record Subsequences(UnionLcsOverlap overlap) implements ScriptCounter {
    @Override
    public Counts count(ScriptText hypothesis, ScriptText reference) {
      return new Counts(
          overlap.hits(
              new SentencePair(hypothesis.sentences(), reference.sentences()),
              new SentencePair(hypothesis.whole(), reference.whole())),
          overlap.size(hypothesis.whole()),
          overlap.size(reference.sentences()));
    }

    @Override
    public double recall(Counts counts, ScriptText reference) {
      return share(counts.hits(), counts.ofReference());
    }
  }

  /**
   * Weighted subsequences. The weight of the references is the power of a sum of powers, as the
   * script has it.
   */
  record Weighted(WeightedLcsOverlap overlap, double weight) implements ScriptCounter {
    @Override
    public Counts count(ScriptText hypothesis, ScriptText reference) {
      return new Counts(
          overlap.hits(
              new SentencePair(hypothesis.sentences(), reference.sentences()),
              new SentencePair(hypothesis.whole(), reference.whole())),
          overlap.size(hypothesis.whole()),
          Math.pow(overlap.sizeOfSentences(reference.sentences()), weight));
    }

    @Override
    public double recall(Counts counts, ScriptText reference) {
      return share(counts.hits(), overlap.sizeOfSentences(reference.sentences()));
    }

    @Override
    public double share(double hits, double units) {
      return units == 0 ? 0 : Math.pow(hits / units, 1 / weight);
    }
  }
}
