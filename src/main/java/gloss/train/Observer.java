package gloss.train;

import java.util.List;

/** Watches a training: progress bars, logs, checkpoints. Called on the trainer's thread. */
public interface Observer {
  /** Before the first step of this run. */
  default void started(TrainingState state) {}

  /** After an update. */
  default void stepped(TrainingState state, StepReport report) {}

  /**
   * After an update, and before {@link #stepped}, if its loss or gradient was not finite and the
   * weights were left as they are.
   *
   * @param where its batches come from
   */
  default void skipped(TrainingState state, StepReport report, String where) {}

  /**
   * After an update, and before {@link #stepped}, if a batch did not fit into memory and was done
   * in parts.
   *
   * @param where the batch comes from
   */
  default void split(TrainingState state, StepReport report, String where) {}

  /**
   * After {@link #stepped}, where the state is one to go on from later: with several workers, where
   * all have the same.
   */
  default void rested(TrainingState state) {}

  /** After a validation; {@code best} if it was the best so far. */
  default void validated(TrainingState state, Validation validation, boolean best) {}

  /**
   * Weights to be tried when training is over: a validation measures them, and if that is the best
   * so far, they are what the training was for.
   */
  default List<Candidate> candidates(TrainingState state) {
    return List.of();
  }

  /** After the validation of a candidate, whose weights the network has as long as this takes. */
  default void tried(
      TrainingState state, Candidate candidate, Validation validation, boolean best) {}

  /** After the last step of this run. */
  default void ended(TrainingState state, Stop stop) {}
}
