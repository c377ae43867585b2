package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;
import java.util.Optional;

/** The kinds of search. */
@Keyed(otherwise = "beam")
public sealed interface SearchRecipe {
  /** How many outputs of a source it can give. */
  int most();

  /** How tokens are drawn, where they are. */
  default Optional<Sampling> drawing() {
    return Optional.empty();
  }

  /** When a beam search ends. */
  enum Stop {
    /**
     * When {@code patience · beam} hypotheses are finished (Kasai et al. 2022), which is what most
     * toolkits do.
     */
    FINISHED,

    /**
     * When no unfinished hypothesis can overtake the finished ones that are wanted, however long it
     * grows (Huang et al. 2017). What comes out is what a search without end would find; with a
     * length penalty it takes longer.
     */
    OPTIMAL
  }

  /** Beam search: of all continuations of the hypotheses the best stay. */
  @Named("beam")
  record Beam(
      @Doc("hypotheses kept in each step; 1: greedy") @Default("5") int beam,
      @Doc(
              "finished: ends with patience · beam finished hypotheses; optimal: when none can be overtaken")
          @Default("finished")
          Stop stop,
      @Doc("see stop") @Default("1.0") double patience)
      implements SearchRecipe {
    /** Fails for values out of range. */
    public Beam {
      Check.atLeast("beam", beam, 1);
      Check.positive("patience", patience);
    }

    @Override
    public int most() {
      return beam;
    }
  }

  /**
   * Diverse beam search (Vijayakumar et al. 2018): groups of hypotheses are extended one after the
   * other; a token costs {@code strength} for each time an earlier group has chosen it in the same
   * step.
   */
  @Named("diverse-beam")
  record DiverseBeam(
      @Doc("hypotheses kept in each step; a multiple of groups") @Default("6") int beam,
      @Doc("groups that the beam falls into") @Default("3") int groups,
      @Doc("what a token costs that an earlier group has chosen") @Default("0.5") double strength)
      implements SearchRecipe {
    /** Fails for values out of range. */
    public DiverseBeam {
      Check.atLeast("beam", beam, 1);
      Check.atLeast("groups", groups, 1);
      Check.that(beam % groups == 0, "groups", "must divide beam " + beam + ", is " + groups);
      Check.notNegative("strength", strength);
    }

    @Override
    public int most() {
      return beam;
    }
  }

  /**
   * Tokens drawn at random: from the whole distribution (ancestral sampling), from its {@code
   * top-k} likeliest tokens (Fan et al. 2018), or from the smallest set that holds {@code top-p} of
   * the mass (nucleus; Holtzman et al. 2020). What is drawn depends on the seed and the line alone.
   */
  @Named("sampling")
  record Sampling(
      @Doc("divides the logits before the softmax") @Default("1.0") double temperature,
      @Doc("draws from so many likeliest tokens; 0: from all") @Default("0") int topK,
      @Doc("draws from the fewest tokens with so much of the mass; 1: from all") @Default("1.0")
          double topP,
      @Doc("another one draws others") @Default("1") long seed)
      implements SearchRecipe {
    private static final int MOST = 1000;

    /** Fails for values out of range. */
    public Sampling {
      Check.positive("temperature", temperature);
      Check.atLeast("top-k", topK, 0);
      Check.that(topP > 0 && topP <= 1, "top-p", "must be in (0, 1], is " + topP);
    }

    @Override
    public int most() {
      return MOST;
    }

    @Override
    public Optional<Sampling> drawing() {
      return Optional.of(this);
    }
  }

  /**
   * Minimum Bayes risk (Eikema and Aziz 2020): of some candidates the one that is most like all the
   * others by a metric.
   */
  @Named("mbr")
  record Mbr(
      @Doc("the likeness: any metric of 'gloss score'") @Default("chrf") String metric,
      @Doc("outputs that are compared") @Default("32") int candidates,
      @Doc("where they come from: sampling or beam") @Default("sampling") Source from,
      @Doc("how they are drawn") @Default("{}") Sampling sampling)
      implements SearchRecipe {
    /** Where candidates come from. */
    public enum Source {
      /** Independent draws: an unbiased picture of the model. */
      SAMPLING,
      /** The n best of a beam search. */
      BEAM
    }

    /** Fails for values out of range. */
    public Mbr {
      Check.notBlank("metric", metric);
      Check.atLeast("candidates", candidates, 2);
      Check.that(
          candidates <= sampling.most(),
          "candidates",
          "must be at most " + sampling.most() + ", is " + candidates);
    }

    @Override
    public int most() {
      return candidates;
    }

    @Override
    public Optional<Sampling> drawing() {
      return from == Source.SAMPLING ? Optional.of(sampling) : Optional.empty();
    }
  }
}
