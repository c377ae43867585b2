package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** How training is watched: when, by what, and when it gives up. */
public record ValidationRecipe(
    @Doc("how often") @Default("1 epoch") Extent every,
    @Doc("what decides which checkpoint is best; loss, or a metric of the task") @Default("loss")
        String metric,
    @Doc("whether a greater or a smaller value of it is better; auto: as is usual for it")
        @Default("auto")
        Better better,
    @Doc("validations without a better one that end training; 0: never") @Default("0")
        int patience) {
  /** Fails for values out of range; which metrics there are is the task's matter. */
  public ValidationRecipe {
    every.checkPositive("every");
    Check.notBlank("metric", metric);
    Check.atLeast("patience", patience, 0);
  }

  /** Of a metric whose better value is the usual one. */
  public ValidationRecipe(Extent every, String metric, int patience) {
    this(every, metric, Better.AUTO, patience);
  }
}
