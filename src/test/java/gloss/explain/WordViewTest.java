package gloss.explain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordViewTest {
  @Test
  void stemsAreCountedAndWordsAreShownAsTheyStand() {
    assertThat(WordView.ROUGE.words("The Trains, running LATE"))
        .extracting(WordView.Word::counted)
        .containsExactly("the", "train", "run", "late");
    assertThat(WordView.ROUGE.words("The Trains, running LATE"))
        .extracting(WordView.Word::shown)
        .containsExactly("The", "Trains", "running", "LATE");
  }

  /** Some letters become another letter, or two, when they become small. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aBİıKKſßÅ1 .-\u0307").ofMaxLength(30);
  }

  @Property(tries = 300)
  void everyWordIsFoundInItsText(@ForAll("texts") String text) {
    for (WordView view : WordView.values()) {
      assertThat(view.words(text))
          .allSatisfy(
              word -> {
                assertThat(word.counted()).isNotEmpty();
                assertThat(text).containsIgnoringCase(word.shown());
              });
    }
  }
}
