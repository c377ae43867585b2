package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;
import java.util.List;

/**
 * Ways to train on a metric of whole outputs; the classes of {@code gloss.objective} have the
 * formulas. What is minimised is {@code (1 − mix) · risk + mix · loss}, where the risk is 1 − score
 * / 100 and the loss that of the tokens.
 */
@Keyed(otherwise = "minimum-risk")
public sealed interface RiskRecipe
    permits RiskRecipe.None,
        RiskRecipe.MinimumRisk,
        RiskRecipe.SelfCritical,
        RiskRecipe.Reinforce,
        RiskRecipe.ExpectedBleu {
  /** Share of the loss of the tokens, in [0, 1]. */
  double mix();

  /** Steps of the loss of the tokens alone, at the beginning. */
  int after();

  /** What all have that score outputs. */
  interface Rewarded {
    /** The metrics that are to become large. */
    List<RewardTerm> metric();

    /** How they look at a line. */
    RewardRecipe reward();

    /** Share of the loss of the tokens. */
    double mix();
  }

  /** The loss of the tokens alone. */
  @Named("none")
  record None() implements RiskRecipe {
    @Override
    public double mix() {
      return 1;
    }

    @Override
    public int after() {
      return 0;
    }
  }

  /** Minimum risk training (Shen et al. 2016). */
  @Named("minimum-risk")
  record MinimumRisk(
      @Doc("what is to become large: metrics of 'gloss score', with weights if there are several")
          @Default("[bleu]")
          List<RewardTerm> metric,
      @Doc("how it looks at a line") @Default("{}") RewardRecipe reward,
      @Doc("outputs that are compared for each line") @Default("8") int samples,
      @Doc("where they come from: sampling or beam") @Default("sampling") Source from,
      @Doc("of sampling: divides the logits before the softmax") @Default("1.0") double temperature,
      @Doc("sharpness: small looks at all outputs, large at the likeliest") @Default("0.005")
          double alpha,
      @Doc("whether the reference is one of the outputs") @Default("false") boolean reference,
      @Doc("share of the loss of the tokens") @Default("0.3") double mix,
      @Doc("steps of the loss of the tokens alone, at the beginning") @Default("0") int after)
      implements RiskRecipe, Rewarded {
    /** Fails for values out of range. */
    public MinimumRisk {
      metric = checked(metric);
      checkSamples(samples, reference ? 1 : 2);
      Check.positive("temperature", temperature);
      Check.positive("alpha", alpha);
      checkCommon(mix, after);
    }
  }

  /** Self-critical training (Rennie et al. 2017): samples against the greedy output. */
  @Named("self-critical")
  record SelfCritical(
      @Doc("what is to become large: metrics of 'gloss score', with weights if there are several")
          @Default("[bleu]")
          List<RewardTerm> metric,
      @Doc("how it looks at a line") @Default("{}") RewardRecipe reward,
      @Doc("outputs that are drawn for each line") @Default("1") int samples,
      @Doc("share of the loss of the tokens") @Default("0.3") double mix,
      @Doc("steps of the loss of the tokens alone, at the beginning") @Default("0") int after)
      implements RiskRecipe, Rewarded {
    /** Fails for values out of range. */
    public SelfCritical {
      metric = checked(metric);
      checkSamples(samples, 1);
      checkCommon(mix, after);
    }
  }

  /**
   * REINFORCE (Williams 1992) with the mean of the other samples as baseline (Kool et al. 2019).
   */
  @Named("reinforce")
  record Reinforce(
      @Doc("what is to become large: metrics of 'gloss score', with weights if there are several")
          @Default("[bleu]")
          List<RewardTerm> metric,
      @Doc("how it looks at a line") @Default("{}") RewardRecipe reward,
      @Doc("outputs that are drawn for each line") @Default("4") int samples,
      @Doc("share of the loss of the tokens") @Default("0.3") double mix,
      @Doc("steps of the loss of the tokens alone, at the beginning") @Default("0") int after)
      implements RiskRecipe, Rewarded {
    /** Fails for values out of range. */
    public Reinforce {
      metric = checked(metric);
      checkSamples(samples, 2);
      checkCommon(mix, after);
    }
  }

  /** BLEU of the expected numbers of n-grams, which has a gradient of its own. */
  @Named("expected-bleu")
  record ExpectedBleu(
      @Doc("longest n-gram, in subwords") @Default("4") int order,
      @Doc("what the decoder has read: its own greedy output, or the reference") @Default("greedy")
          Reading reading,
      @Doc("share of the loss of the tokens") @Default("0.3") double mix,
      @Doc("steps of the loss of the tokens alone, at the beginning") @Default("0") int after)
      implements RiskRecipe {
    /** Fails for values out of range. */
    public ExpectedBleu {
      Check.atLeast("order", order, 1);
      checkCommon(mix, after);
    }
  }

  /** Where outputs come from. */
  enum Source {
    /** Independent draws. */
    SAMPLING,
    /** The n best of a beam search. */
    BEAM
  }

  /** What the decoder has read before each position. */
  enum Reading {
    /** What it would write itself. */
    GREEDY,
    /** What it should write. */
    REFERENCE
  }

  private static List<RewardTerm> checked(List<RewardTerm> metric) {
    Check.notEmpty("metric", metric);
    metric.forEach(term -> term.check("metric"));
    return List.copyOf(metric);
  }

  private static void checkSamples(int samples, int least) {
    int most = 1000;
    Check.atLeast("samples", samples, least);
    Check.that(samples <= most, "samples", "must be at most " + most + ", is " + samples);
  }

  private static void checkCommon(double mix, int after) {
    Check.share("mix", mix);
    Check.atLeast("after", after, 0);
  }
}
