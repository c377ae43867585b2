package gloss.decode;

/**
 * Has a say in which tokens may follow a hypothesis: bans some, or makes them less likely.
 *
 * <p>A policy keeps nothing from step to step, so that one will do for all hypotheses of a
 * sequence.
 */
@FunctionalInterface
interface StepPolicy {
  /** Says it. */
  void apply(Partial hypothesis, Question.Row next);
}
