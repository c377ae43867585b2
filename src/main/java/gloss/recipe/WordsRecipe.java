package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.util.List;

/** Words that are wanted or not wanted. Words are compared as they are written, case included. */
public record WordsRecipe(
    @Doc("what an output begins with") @Default("\"\"") String prefix,
    @Doc("words or phrases that an output must have") @Default("[]") List<String> must,
    @Doc("words or phrases that an output must not have") @Default("[]") List<String> mustNot) {
  /** Fails for phrases of nothing. */
  public WordsRecipe {
    must = List.copyOf(must);
    mustNot = List.copyOf(mustNot);
    must.forEach(phrase -> Check.notBlank("must", phrase));
    mustNot.forEach(phrase -> Check.notBlank("must-not", phrase));
  }

  /** Whether nothing is asked for. */
  public boolean isEmpty() {
    return prefix.isEmpty() && must.isEmpty() && mustNot.isEmpty();
  }
}
