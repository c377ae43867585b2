package gloss.serve;

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
  /** Phrases that one request may ask for; each makes every step slower. */
  private static final int MOST_PHRASES = 16;

  /** Fails for more than a service can do. */
  TranslateRequest {
    Check.notEmpty("text", text);
    new SearchWish(beam, nBest, sample, alignments);
    Check.that(
        must.size() + mustNot.size() <= MOST_PHRASES,
        "must",
        "there may be at most " + MOST_PHRASES + " phrases in must and must-not");
  }

  SearchWish search() {
    return new SearchWish(beam, nBest, sample, alignments);
  }

  /** What is wanted of the outputs; the request's own words stand for the model's. */
  WordsRecipe words(WordsRecipe own) {
    return new WordsRecipe(
        prefix.isEmpty() ? own.prefix() : prefix,
        must.isEmpty() ? own.must() : must,
        mustNot.isEmpty() ? own.mustNot() : mustNot);
  }
}
