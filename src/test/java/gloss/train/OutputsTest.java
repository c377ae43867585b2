package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputsTest {
  private static List<String> different(int count) {
    return IntStream.range(0, count).mapToObj(i -> "sentence number " + i).toList();
  }

  @Test
  void sharesAndLengths() {
    Outputs outputs =
        Outputs.of(List.of("a b", "a b", "", "𝄞"), List.of("abcd", "a", "ab", "a\u3000b"));
    assertThat(outputs.distinct()).isEqualTo(0.75);
    assertThat(outputs.distinctReferences()).isEqualTo(1);
    assertThat(outputs.lengthRatio()).isCloseTo(5 / 9.0, within(1e-12));
    assertThat(outputs.empty()).isEqualTo(0.25);
    assertThat(outputs.looping()).isZero();
  }

  @Test
  void goodOutputsGiveNoWarning() {
    assertThat(Outputs.of(different(50), different(50)).warning()).isEmpty();
    // The references do not differ either.
    List<String> yes = Collections.nCopies(50, "yes");
    assertThat(Outputs.of(yes, yes).warning()).isEmpty();
    assertThat(Outputs.of(List.of("x", "x"), List.of("x", "y")).warning()).isEmpty();
  }

  @Test
  void fewDistinctOutputsAreACollapse() {
    assertThat(Outputs.of(Collections.nCopies(50, "the man"), different(50)).warning())
        .hasValue("the outputs collapse: only 2.0 % of the outputs are distinct");
  }

  @Test
  void emptyOutputsAreACollapseUnlessTheyShouldBeEmpty() {
    assertThat(Outputs.of(Collections.nCopies(50, " "), different(50)).warning())
        .hasValueSatisfying(text -> assertThat(text).endsWith("distinct, 100 % are empty"));
    List<String> empty = Collections.nCopies(50, "");
    assertThat(Outputs.of(empty, empty).warning()).isEmpty();
  }

  @Test
  void outputsThatLoopAreACollapse() {
    List<String> looping = different(50).stream().map(s -> s + " and so on".repeat(20)).toList();
    assertThat(Outputs.of(looping, different(50)).warning())
        .hasValue("the outputs collapse: 100 % repeat one phrase over and over");
    assertThat(Outputs.of(looping, looping).warning()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the the the the the the the cat",
        "a dog runs a dog runs a dog runs a dog runs",
        "now he says to me to me to me to me",
        "好的好的好的好的好的好的好的好的好的好的好的好的",
        "hahahahahahahahahahahahaha"
      })
  void loops(String text) {
    assertThat(Outputs.loops(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "the the the",
        "the cat and the dog and the bird sing",
        "to be or not to be , that is the question , they say",
        "it was very very very good and then we all went home again",
        "他们说今天天气很好所以我们一起去公园里散步然后回家吃饭"
      })
  void doesNotLoop(String text) {
    assertThat(Outputs.loops(text)).isFalse();
  }
}
