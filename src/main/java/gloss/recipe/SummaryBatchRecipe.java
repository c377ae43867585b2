package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** How much of texts and summaries is read, and how they are put together. */
public record SummaryBatchRecipe(
    @Doc("most words or subwords in a batch, of texts and of summaries, padding counted")
        @Default("4096")
        int tokens,
    @Doc("so many words or subwords of a text are read; what comes after them is not")
        @Default("400")
        int text,
    @Doc("so many of a summary are learned, and at most so many are written") @Default("100")
        int summary,
    @Doc("MiB of pairs that batches are drawn from at a time; more means less padding")
        @Default("64")
        int buffer,
    @Doc("whether training begins with easy pairs") @Default("{}") CurriculumRecipe curriculum) {
  /** Fails for values out of range. */
  public SummaryBatchRecipe {
    Check.atLeast("tokens", tokens, 1);
    Check.atLeast("text", text, 1);
    Check.atLeast("summary", summary, 1);
    Check.atLeast("buffer", buffer, 1);
  }

  /** The longer of both. */
  public int longest() {
    return Math.max(text, summary);
  }
}
