package gloss.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
  @Test
  void linesAreTheDefault() {
    assertThat(SentenceSplitter.LINES.split("a\n\nb\r\n")).containsExactly("a", "", "b\r", "");
    assertThat(SentenceSplitter.LINES.split("")).containsExactly("");
    assertThat(SentenceSplitter.LINES.name()).isEqualTo("lines");
  }

  @Test
  void aSeparatorIsTakenAsItIs() {
    SentenceSplitter bars = SentenceSplitter.separator("|||");
    assertThat(bars.split("a ||| b.*|||c")).containsExactly("a ", " b.*", "c");
    assertThat(bars.name()).isEqualTo("separator[%7C%7C%7C]");
    assertThat(SentenceSplitter.separator("<q>").name()).isEqualTo("separator[<q>]");
    assertThatThrownBy(() -> SentenceSplitter.separator("")).isInstanceOf(InputException.class);
  }

  @Test
  void aLambdaGetsAName() {
    SentenceSplitter own = text -> List.of(text.split("\\.", -1));
    assertThat(own.name()).isEqualTo("custom");
    assertThat(own.named("stops").name()).isEqualTo("stops");
    assertThat(own.named("stops").split("a.b")).containsExactly("a", "b");
  }
}
