package gloss.serve;

import gloss.recipe.DecodingRecipe;
import gloss.recipe.OutputRecipe;
import gloss.recipe.SearchRecipe;
import gloss.yaml.Check;
import java.util.Optional;

/**
 * How a request wants a model to be searched; what it does not say is as the model's recipe has it.
 *
 * @param beam hypotheses kept in each step
 * @param nBest outputs of each text
 * @param sample draws tokens at random instead
 * @param alignments whether it is to be told which words go together
 */
record SearchWish(
    Optional<Integer> beam,
    Optional<Integer> nBest,
    Optional<SearchRecipe.Sampling> sample,
    boolean alignments) {
  /** The widest search that one request may ask for. */
  private static final int WIDEST = 16;

  /** Fails for more than a service can do. */
  SearchWish {
    beam.ifPresent(width -> checkWidth("beam", width));
    nBest.ifPresent(width -> checkWidth("n-best", width));
  }

  private static void checkWidth(String key, int width) {
    Check.atLeast(key, width, 1);
    Check.that(width <= WIDEST, key, "must be at most " + WIDEST + ", is " + width);
  }

  /** How a model whose own options are given is searched. */
  DecodingRecipe of(DecodingRecipe own) {
    int count = nBest.orElse(Math.min(own.output().nBest(), WIDEST));
    DecodingRecipe searched =
        beam.isPresent() || count > own.search().most()
            ? own.withBeam(Math.max(count, beam.orElse(count)))
            : own;
    OutputRecipe output = own.output();
    return new DecodingRecipe(
        sample.<SearchRecipe>map(drawing -> drawing).orElse(searched.search()),
        own.length(),
        own.repetition(),
        own.words(),
        new OutputRecipe(
            count, output.unknown(), output.longLines(), alignments || output.alignments()),
        own.validationBeam(),
        own.precision(),
        own.shortlist());
  }
}
