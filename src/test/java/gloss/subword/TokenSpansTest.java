package gloss.subword;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TokenSpansTest {
  private static List<String> texts(String text, List<String> tokens) {
    return TokenSpans.of(text, tokens).stream()
        .map(span -> text.substring(span.begin(), span.end()))
        .toList();
  }

  @Test
  void tokensStandWhereTheirTextStands() {
    assertThat(
            texts("Où est la gare ?", List.of("O", "Ã¹", "Ġest", "Ġla", "Ġg", "are", "Ġ?", "</s>")))
        .containsExactly("O", "ù", "est", "la", "g", "are", "?", "");
  }

  @Test
  void anEndMarkInTheMiddleIsNowhere() {
    assertThat(texts("Oui. <Non>.", List.of("Oui", ".", "</s>", "<", "Non", ">.", "</s>")))
        .containsExactly("Oui", ".", "", "<", "Non", ">.", "");
  }

  @Test
  void aCharacterBelongsToTheTokenWithItsLastByte() {
    assertThat(texts("aé", List.of("aÃ", "©"))).containsExactly("a", "é");
  }

  @Test
  void tokensOfAnotherTextDoNoHarm() {
    assertThat(TokenSpans.of("", List.of("abc", "€", "Ġ"))).hasSize(3);
    assertThat(TokenSpans.of("xyz", List.of("abc", "xy"))).hasSize(2);
  }

  @Property(tries = 300)
  void spansOfCutTextAreTheTextAgain(@ForAll String any, @ForAll long seed) {
    String text = new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(seed);
    List<String> tokens = new ArrayList<>();
    StringBuilder token = new StringBuilder();
    for (byte b : bytes) {
      token.append(ByteAlphabet.symbol(b & 0xff));
      if (random.nextInt(3) == 0) {
        tokens.add(token.toString());
        token.setLength(0);
      }
    }
    tokens.add(token.toString());
    assertThat(String.join("", texts(text, tokens)).replaceAll("[ \n\r\t]", ""))
        .isEqualTo(text.replaceAll("[ \n\r\t]", ""));
    int end = 0;
    for (TokenSpans.Span span : TokenSpans.of(text, tokens)) {
      assertThat(span.begin()).isGreaterThanOrEqualTo(end);
      end = span.end();
    }
  }
}
