package gloss.serve;

import gloss.recipe.DecodingRecipe;
import gloss.recipe.OutputRecipe;
import gloss.recipe.SearchRecipe;
import gloss.recipe.WordsRecipe;
import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.util.List;
import java.util.Optional;

/** What {@code POST /translate} understands. What is not said is as the model's recipe has it. */
record TranslateRequest(
    @Doc("a text, or a list of texts") List<String> text,
    @Doc("name of a model that is served; default: the first") Optional<String> model,
    @Doc("whether each text is cut into sentences") @Default("false") boolean sentences,
    @Doc("whether it is told which words go together") @Default("false") boolean alignments,
    @Doc("whether it is told which tokens were written, and their log-probabilities")
        @Default("false")
        boolean tokens,
    @Doc("hypotheses kept in each step") Optional<Integer> beam,
    @Doc("outputs of each text, best first") Optional<Integer> nBest,
    @Doc("draws tokens at random instead") Optional<SearchRecipe.Sampling> sample,
    @Doc("what an output begins with") @Default("\"\"") String prefix,
    @Doc("words that an output must have") @Default("[]") List<String> must,
    @Doc("words that an output must not have") @Default("[]") List<String> mustNot) {
  /** The widest search that one request may ask for. */
  private static final int WIDEST = 16;

  /** Phrases that one request may ask for; each makes every step slower. */
  private static final int MOST_PHRASES = 16;

  /** Fails for more than a service can do. */
  TranslateRequest {
    Check.notEmpty("text", text);
    beam.ifPresent(width -> checkWidth("beam", width));
    nBest.ifPresent(width -> checkWidth("n-best", width));
    Check.that(
        must.size() + mustNot.size() <= MOST_PHRASES,
        "must",
        "there may be at most " + MOST_PHRASES + " phrases in must and must-not");
  }

  private static void checkWidth(String key, int width) {
    Check.atLeast(key, width, 1);
    Check.that(width <= WIDEST, key, "must be at most " + WIDEST + ", is " + width);
  }

  /** How a model whose own options are given is searched. */
  DecodingRecipe options(DecodingRecipe own) {
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

  /** What is wanted of the outputs; the request's own words stand for the model's. */
  WordsRecipe words(WordsRecipe own) {
    return new WordsRecipe(
        prefix.isEmpty() ? own.prefix() : prefix,
        must.isEmpty() ? own.must() : must,
        mustNot.isEmpty() ? own.mustNot() : mustNot);
  }
}
