package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** Training on several workers at the same time. */
public record DistributedRecipe(
    @Doc("workers; each trains on its share of the batches") @Default("1") int workers,
    @Doc("allreduce: one step of all together; diloco: steps of their own, then a common one")
        @Default("allreduce")
        Mode mode,
    @Doc("diloco: steps of each worker between two common ones") @Default("100") int every,
    @Doc("diloco: rate of the common step") @Default("0.7") double rate,
    @Doc("diloco: Nesterov momentum of the common steps") @Default("0.9") double momentum) {
  /** One worker. */
  public static final DistributedRecipe ALONE =
      new DistributedRecipe(1, Mode.ALLREDUCE, 100, 0.7, 0.9);

  /** How workers learn from each other. */
  public enum Mode {
    /** The gradients of all workers are added up in every step, as if it were one large batch. */
    ALLREDUCE,

    /** Workers go their own ways for a while; then what they have learned is averaged. */
    DILOCO
  }

  /** Fails for values out of range. */
  public DistributedRecipe {
    Check.atLeast("workers", workers, 1);
    Check.atLeast("every", every, 1);
    Check.notNegative("rate", rate);
    Check.notNegative("momentum", momentum);
  }
}
