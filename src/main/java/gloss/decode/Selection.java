package gloss.decode;

import java.util.List;

/** Which continuations of a sequence's hypotheses stay. */
interface Selection {
  /** The groups of the hypotheses to begin with, one each. */
  default int groups() {
    return 1;
  }

  /** How many of the best tokens it needs of each hypothesis. */
  int count();

  /**
   * Chooses.
   *
   * @param candidates in the order of their hypotheses' rows
   * @param end the mark that ends a hypothesis
   */
  Choice choose(List<Candidate> candidates, int end);

  /**
   * What is chosen.
   *
   * @param next the hypotheses of the next step, in the order of their rows
   * @param ended those that are finished
   */
  record Choice(List<Candidate> next, List<Candidate> ended) {}
}
