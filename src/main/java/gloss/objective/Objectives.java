package gloss.objective;

import gloss.recipe.Makers;
import gloss.recipe.ObjectiveRecipe;
import gloss.recipe.RiskRecipe;
import java.util.function.Function;

/** The index of objectives of whole outputs, by the names of recipes. */
public final class Objectives {
  private static final Makers<RiskRecipe, Function<Around, Objective>> RISKS =
      new Makers<RiskRecipe, Function<Around, Objective>>()
          .with(RiskRecipe.None.class, r -> around -> around.tokens)
          .with(
              RiskRecipe.MinimumRisk.class,
              r -> around -> around.risk(RiskMethod.of(r, around.model, around.seed), r))
          .with(
              RiskRecipe.SelfCritical.class,
              r -> around -> around.risk(RiskMethod.of(r, around.model, around.seed), r))
          .with(
              RiskRecipe.Reinforce.class,
              r -> around -> around.risk(RiskMethod.of(r, around.model, around.seed), r))
          .with(
              RiskRecipe.ExpectedBleu.class,
              r -> around -> around.mixed(ExpectedBleuObjective.of(around.model, r), r.mix()));

  private Objectives() {}

  /** What the objectives may ask of a task. */
  private record Around(SequenceModel model, Objective tokens, long seed) {
    Objective risk(RiskMethod method, RiskRecipe.Rewarded recipe) {
      Reward reward = Reward.of(recipe.metric(), recipe.reward());
      return mixed(new RiskObjective(model, method, reward), recipe.mix());
    }

    Objective mixed(Objective whole, double mix) {
      return new MixedObjective(whole, tokens, mix);
    }
  }

  /**
   * The objective that a recipe asks for.
   *
   * @param forced the loss of the tokens
   * @param seed of what is drawn
   */
  public static Objective of(
      ObjectiveRecipe recipe, SequenceModel model, TeacherForcing forced, long seed) {
    Objective tokens =
        recipe.unlikelihood() > 0
            ? new UnlikelihoodObjective(forced, recipe.unlikelihood())
            : forced;
    if (recipe.scheduledSampling().share() > 0) {
      tokens =
          new ScheduledSamplingObjective(
              model.network(), tokens, model.words(), recipe.scheduledSampling(), seed);
    }
    return whole(recipe, model, tokens, seed);
  }

  /** The objective of whole outputs that a recipe asks for, beside one of tokens. */
  public static Objective whole(
      ObjectiveRecipe recipe, SequenceModel model, Objective tokens, long seed) {
    Objective whole = RISKS.make(recipe.risk()).apply(new Around(model, tokens, seed));
    int after = recipe.risk().after();
    return after == 0 ? whole : new DelayedObjective(tokens, whole, after);
  }
}
