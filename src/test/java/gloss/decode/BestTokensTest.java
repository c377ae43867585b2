package gloss.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BestTokensTest {
  private static Question question(int count) {
    return new Question(count, 3, null);
  }

  private static NextTokens.Answer answer(float[][] rows, Columns columns, Question question) {
    return BestTokens.of(rows.length, row -> rows[row].clone(), columns, question, null);
  }

  @Test
  void theLikeliestComeFirstRowByRow() {
    float[][] rows = {{-3, -1, -2}, {-1, -2, -3}};
    NextTokens.Answer answer = answer(rows, Columns.all(3), question(2));
    assertThat(answer.count()).isEqualTo(2);
    assertThat(answer.tokens()).containsExactly(1, 2, 0, 1);
    assertThat(answer.logProbabilities()).containsExactly(-1, -2, -1, -2);
    assertThat(answer(rows, Columns.all(3), question(9)).tokens())
        .containsExactly(1, 2, 0, 0, 1, 2);
  }

  /** What is asked for is the model's own, whatever else is said of it. */
  @Test
  void tokensAreDiscouragedThenBanned() {
    float[][] rows = {{-3, -1, -2}, {-1, -2, -3}, {-1, -2, -3}};
    Question question = question(3);
    Question.Row first = new Question.Row(question, 0);
    first.ask(1);
    first.discourage(1);
    first.ban(0);
    Question.Row last = new Question.Row(question, 2);
    last.ask(0);
    last.ask(2);
    last.ban(0);
    last.discourage(0);
    NextTokens.Answer answer = answer(rows, Columns.all(3), question);
    float none = Float.NEGATIVE_INFINITY;
    assertThat(answer.logProbabilities()).containsExactly(-2, -3, none, -1, -2, -3, -2, -3, none);
    assertThat(answer.tokens()).startsWith(2, 1).containsSequence(0, 1, 2, 1, 2);
    assertThat(answer.asked()).containsExactly(-1, -1, -3);
  }

  @Test
  void columnsStandForTokens() {
    Columns columns = Columns.of(List.of(new int[] {3, 8}, new int[] {5}));
    Question question = question(2);
    Question.Row row = new Question.Row(question, 0);
    row.ask(8);
    row.ban(3);
    row.ban(4);
    row.discourage(6);
    NextTokens.Answer answer = answer(new float[][] {{-1, -4, -3}}, columns, question);
    assertThat(answer.tokens()).containsExactly(8, 5);
    assertThat(answer.logProbabilities()).containsExactly(-3, -4);
    assertThat(answer.asked()).containsExactly(-3);
  }

  @Test
  void cellsComeRowByRow() {
    Cells cells = new Cells();
    assertThat(cells.firstOf(3)).isZero();
    cells.add(1, 7);
    cells.add(1, 8);
    cells.add(4, 9);
    assertThat(List.of(cells.firstOf(0), cells.firstOf(1), cells.firstOf(2), cells.firstOf(4)))
        .containsExactly(0, 0, 2, 2);
    assertThat(cells.firstOf(5)).isEqualTo(3);
    assertThatThrownBy(() -> cells.add(3, 1)).hasMessage("row 3 comes after row 4");
  }
}
