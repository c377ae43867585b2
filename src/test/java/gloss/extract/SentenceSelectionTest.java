package gloss.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SentenceSelectionTest {
  private static final List<String> SENTENCES =
      List.of("one two three four.", "-", "Five six", "one two three again", "seven");

  @Test
  void theBestOnesAreTakenInTheOrderOfTheText() {
    double[] scores = {1, 9, 3, 0, 2};
    assertThat(new SentenceSelection(1, 0).choose(SENTENCES, scores)).containsExactly(2);
    assertThat(new SentenceSelection(3, 0).choose(SENTENCES, scores)).containsExactly(2, 4);
    assertThat(new SentenceSelection(7, 0).choose(SENTENCES, scores)).containsExactly(0, 2, 4);
    assertThat(new SentenceSelection(99, 0).choose(SENTENCES, scores)).containsExactly(0, 2, 3, 4);
  }

  @Test
  void ofEqualsTheEarlierOneIsTaken() {
    assertThat(new SentenceSelection(2, 0).choose(List.of("a b", "c d"), new double[2]))
        .containsExactly(0);
  }

  @Test
  void whatWasSaidIsNotSaidAgain() {
    double[] scores = {9, 0, 1, 8, 0};
    assertThat(new SentenceSelection(99, 3).choose(SENTENCES, scores)).containsExactly(0, 2, 4);
    assertThat(new SentenceSelection(99, 4).choose(SENTENCES, scores)).containsExactly(0, 2, 3, 4);
  }

  @Property
  void theLengthIsAsNearAsTheNextSentenceAllows(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 9) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 40) int words) {
    List<String> sentences = lengths.stream().map("x "::repeat).toList();
    double[] scores = new double[sentences.size()];
    List<Integer> chosen = new SentenceSelection(words, 0).choose(sentences, scores);
    int total = chosen.stream().mapToInt(lengths::get).sum();
    assertThat(chosen).isNotEmpty();
    if (chosen.size() < sentences.size()) {
      int more = total + lengths.get(chosen.size());
      assertThat(Math.abs(words - total)).isLessThanOrEqualTo(Math.abs(words - more));
    }
  }

  @Test
  void lengthsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new SentenceSelection(0, 3)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new SentenceSelection(9, -1)).isInstanceOf(InputException.class);
  }

  @Test
  void noSentencesMakeNoExtract() {
    assertThat(new SentenceSelection(5, 3).choose(List.of(), new double[0])).isEmpty();
    assertThat(new SentenceSelection(5, 3).choose(List.of("…"), new double[1])).isEmpty();
  }
}
