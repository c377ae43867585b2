package gloss.decode;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Answers a question for the best tokens. */
final class BestTokens {
  private final Question question;
  private final Columns columns;
  private final int count;
  private final int[] tokens;
  private final float[] values;
  private final float[] asked;

  private BestTokens(int rows, Columns columns, Question question) {
    this.question = question;
    this.columns = columns;
    count = Math.min(question.count(), columns.count());
    tokens = new int[rows * count];
    values = new float[rows * count];
    asked = new float[question.asked().size()];
  }

  /**
   * The answer.
   *
   * @param logProbabilities of a row, one for each column; what it gives is changed, and not needed
   *     any more when the next row is asked for
   */
  static NextTokens.Answer of(
      int rows,
      IntFunction<float[]> logProbabilities,
      Columns columns,
      Question question,
      float @Nullable [][] attention) {
    BestTokens best = new BestTokens(rows, columns, question);
    for (int row = 0; row < rows; row++) {
      best.choose(row, logProbabilities.apply(row));
    }
    return new NextTokens.Answer(best.count, best.tokens, best.values, best.asked, attention);
  }

  private void choose(int row, float[] x) {
    Cells wanted = question.asked();
    for (int i = wanted.firstOf(row); i < wanted.firstOf(row + 1); i++) {
      asked[i] = x[columns.column(wanted.token(i))];
    }
    change(row, x);
    Largest.of(x, count, values, tokens, row * count);
    for (int i = row * count; i < (row + 1) * count; i++) {
      tokens[i] = columns.token(tokens[i]);
    }
  }

  /** Tokens without a column may not follow in any case. */
  private void change(int row, float[] x) {
    Cells discouraged = question.discouraged();
    for (int i = discouraged.firstOf(row); i < discouraged.firstOf(row + 1); i++) {
      int column = columns.column(discouraged.token(i));
      if (column >= 0) {
        x[column] *= (float) question.discouragement();
      }
    }
    Cells banned = question.banned();
    for (int i = banned.firstOf(row); i < banned.firstOf(row + 1); i++) {
      int column = columns.column(banned.token(i));
      if (column >= 0) {
        x[column] = Float.NEGATIVE_INFINITY;
      }
    }
  }
}
