package gloss.objective;

/**
 * An output whose likelihood is to change.
 *
 * @param row of the source in its batch
 * @param labels what was written
 * @param weight of each label: above 0 it becomes likelier
 */
record WeightedOutput(int row, int[] labels, double weight) {}
