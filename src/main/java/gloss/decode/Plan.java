package gloss.decode;

import gloss.recipe.DecodingRecipe;
import gloss.recipe.Makers;
import gloss.recipe.SearchRecipe;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a kind of search goes.
 *
 * @param selection which continuations stay, given the phrases that are required
 * @param stop when it ends
 * @param sampling how tokens are drawn, where they are
 */
record Plan(
    Function<RequiredPhrases, Selection> selection,
    StopRule stop,
    Optional<SearchRecipe.Sampling> sampling) {

  /** The plan of each kind of search. */
  static Plan of(DecodingRecipe recipe) {
    int wanted = recipe.output().nBest();
    return new Makers<SearchRecipe, Plan>()
        .with(SearchRecipe.Beam.class, beam -> beam(beam, wanted))
        .with(SearchRecipe.DiverseBeam.class, Plan::diverse)
        .with(SearchRecipe.Sampling.class, sampling -> sampling(sampling, wanted))
        .with(SearchRecipe.Mbr.class, Plan::candidates)
        .make(recipe.search());
  }

  private static Plan beam(SearchRecipe.Beam beam, int wanted) {
    StopRule stop =
        switch (beam.stop()) {
          case FINISHED ->
              StopRule.finished((int) Math.max(wanted, Math.ceil(beam.patience() * beam.beam())));
          case OPTIMAL -> StopRule.optimal(wanted);
        };
    return new Plan(
        required -> steered(required, beam.beam(), new BestFirst(beam.beam())),
        stop,
        Optional.empty());
  }

  private static Plan diverse(SearchRecipe.DiverseBeam diverse) {
    Selection groups = new DiverseGroups(diverse.beam(), diverse.groups(), diverse.strength());
    return new Plan(
        required -> steered(required, diverse.beam(), groups),
        StopRule.finished(diverse.beam()),
        Optional.empty());
  }

  private static Plan sampling(SearchRecipe.Sampling sampling, int samples) {
    return new Plan(required -> new Draws(samples), StopRule.never(), Optional.of(sampling));
  }

  private static Plan candidates(SearchRecipe.Mbr mbr) {
    return switch (mbr.from()) {
      case SAMPLING -> sampling(mbr.sampling(), mbr.candidates());
      case BEAM ->
          beam(
              new SearchRecipe.Beam(mbr.candidates(), SearchRecipe.Stop.FINISHED, 1),
              mbr.candidates());
    };
  }

  private static Selection steered(RequiredPhrases required, int beam, Selection free) {
    return required.isEmpty() ? free : new ConstraintBanks(beam, required);
  }
}
