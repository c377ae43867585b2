package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.score.rouge.Rouge;
import gloss.text.SentenceSplitter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CoreNlpSentencesTest {
  private final SentenceSplitter splitter = new CoreNlpSentences();

  @Test
  void anAbbreviationEndsNoSentence() {
    assertThat(splitter.split("Mr. Smith paid $3.50 to Dr. Jones.  Nobody knew!"))
        .containsExactly("Mr. Smith paid $3.50 to Dr. Jones.", "Nobody knew!");
  }

  @Test
  void nothingHasNoSentence() {
    assertThat(splitter.split("")).isEmpty();
    assertThat(splitter.split(" \n\t")).isEmpty();
  }

  @Test
  void theNameStandsInTheSignature() {
    String score =
        Rouge.builder()
            .sentences(splitter)
            .build()
            .named("rougeLsum")
            .score(List.of("It rains. It is cold."), List.of("It is cold. It rains."))
            .toString();
    assertThat(score).contains("sent:corenlp-en", "= 100");
  }

  @Property(tries = 200)
  void sentencesStandInTheTextInTheirOrder(@ForAll String text) {
    int from = 0;
    for (String sentence : splitter.split(text)) {
      int at = text.indexOf(sentence, from);
      assertThat(at).isGreaterThanOrEqualTo(from);
      from = at + sentence.length();
    }
  }
}
