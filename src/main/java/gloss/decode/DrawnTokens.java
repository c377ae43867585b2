package gloss.decode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.jspecify.annotations.Nullable;

/** Answers a question for drawn tokens, one of each row. */
final class DrawnTokens {
  private static final float[] NOTHING = {};

  private DrawnTokens() {}

  /**
   * The answer.
   *
   * @param logits (rows, columns), which are overwritten
   */
  static NextTokens.Answer of(
      NDArray logits,
      Columns columns,
      Question question,
      Question.Draw draw,
      float @Nullable [][] attention) {
    DecodeKernels.Changes changes =
        new DecodeKernels.Changes(
            columns.flat(question.asked()),
            columns.flat(question.banned()),
            columns.flat(question.discouraged()),
            question.discouragement());
    NDList drawn = DecodeKernels.drawn(logits, changes, draw);
    long[] chosen = drawn.get(1).toLongArray();
    int[] tokens = new int[chosen.length];
    for (int row = 0; row < tokens.length; row++) {
      tokens[row] = columns.token((int) chosen[row]);
    }
    return new NextTokens.Answer(
        1,
        tokens,
        drawn.get(0).toFloatArray(),
        drawn.size() > 2 ? drawn.get(2).toFloatArray() : NOTHING,
        attention);
  }
}
