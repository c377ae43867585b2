package gloss.serve;

import gloss.extract.Extractors;
import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.util.List;
import java.util.Optional;

/** What {@code POST /summarize} understands. */
record SummarizeRequest(
    @Doc("a text, or a list of texts") List<String> text,
    @Doc("name of a model that is served; default: the first") Optional<String> model,
    @Doc("which sentences of the text are taken instead, as in gloss summarize --method")
        Optional<String> method,
    @Doc("hypotheses kept in each step") Optional<Integer> beam,
    @Doc("outputs of each text, best first") Optional<Integer> nBest,
    @Doc("whether the model's tokens, their places, and which words go together are told")
        @Default("false")
        boolean tokens) {
  /** What is done where no model is served and no method is given. */
  static final String USUAL_METHOD = "lexrank:3";

  /** Fails for no text, for methods that cannot be, and for more than a service can do. */
  SummarizeRequest {
    Check.notEmpty("text", text);
    Check.that(
        method.isEmpty() || model.isEmpty(), "method", "give a model or a method, and not both");
    Check.that(
        method.isEmpty() || (beam.isEmpty() && nBest.isEmpty() && !tokens),
        "method",
        "only a model that writes is searched: leave out beam, n-best and tokens");
    method.ifPresent(
        name ->
            Check.that(
                !Extractors.named(name).needsReferences(),
                "method",
                "'" + name + "' needs references, which a request has not"));
    new SearchWish(beam, nBest, Optional.empty(), tokens);
  }

  /** Whether it wants something of a search. */
  boolean searches() {
    return beam.isPresent() || nBest.isPresent() || tokens;
  }

  SearchWish search() {
    return new SearchWish(beam, nBest, Optional.empty(), tokens);
  }
}
