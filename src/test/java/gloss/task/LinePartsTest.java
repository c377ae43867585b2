package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.recipe.OutputRecipe.LongLines;
import gloss.subword.Subwords;
import gloss.text.Sentences;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinePartsTest {
  private static final Subwords BYTES = Subwords.learn(List.of("a"), 0);

  private static List<String> parts(String line, int max, LongLines longLines) {
    return new LineParts(BYTES, max, new Sentences("en"), longLines)
        .of(line).stream().map(LinePart::text).toList();
  }

  @Test
  void aShortLineIsOnePart() {
    assertThat(parts("One. Two.", 9, LongLines.SENTENCES)).containsExactly("One. Two.");
    assertThat(parts(" ", 9, LongLines.SENTENCES)).isEmpty();
  }

  @Test
  void aLongLineIsCutAtSentencesAndTheseAtWords() {
    assertThat(parts("One is. Two is longer now. Three.", 12, LongLines.SENTENCES))
        .containsExactly("One is.", "Two is", " longer now.", "Three.");
    assertThat(parts("One is. Two is. Three.", 12, LongLines.WORDS))
        .containsExactly("One is. Two", " is. Three.");
  }

  @Test
  void whatIsNoWordIsCopied() {
    String noWord = "z".repeat(1000);
    List<LinePart> parts =
        new LineParts(BYTES, 40, new Sentences("en"), LongLines.SENTENCES)
            .of("See " + noWord + " there.");
    assertThat(parts).extracting(LinePart::isCopied).containsExactly(false, true, false);
    assertThat(parts).extracting(LinePart::text).containsExactly("See ", noWord, " there.");
  }
}
