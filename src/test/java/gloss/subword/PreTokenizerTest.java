package gloss.subword;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreTokenizerTest {
  private static final Pattern PATTERN =
      Pattern.compile(PreTokenizer.PATTERN, Pattern.UNICODE_CHARACTER_CLASS);

  private static List<String> scanned(String text) {
    List<String> pieces = new ArrayList<>();
    for (int start = 0, end; start < text.length(); start = end) {
      end = PreTokenizer.end(text, start);
      pieces.add(text.substring(start, end));
    }
    return pieces;
  }

  private static List<String> matched(String text) {
    return PATTERN.matcher(text).results().map(r -> r.group()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Hello world,Hello| world",
        "it's 1999!,it|'|s| 1|9|9|9|!",
        "a  b,a| | b",
        "a   ,a|   ",
        "   a,  | a",
        "a\t\tb,a|\t|\t|b",
        "a\t b,a|\t| b",
        "'«Où?» — là',«|Où|?»| —| là",
        "日本語 2文,日本語| 2|文",
      })
  void cuts(String text, String pieces) {
    assertThat(String.join("|", scanned(text))).isEqualTo(pieces);
  }

  @Property(tries = 2_000)
  void cutsAsTheRegularExpressionDoes(@ForAll long seed) {
    String text = RandomText.line(new Random(seed), 60);
    assertThat(scanned(text)).isEqualTo(matched(text));
  }

  @Property(tries = 1_000)
  void cutsAnyStringAsTheRegularExpressionDoes(@ForAll String text) {
    Matcher surrogates = Pattern.compile("[\\x{D800}-\\x{DFFF}]").matcher(text);
    assertThat(scanned(surrogates.replaceAll("?"))).isEqualTo(matched(surrogates.replaceAll("?")));
  }

  @Test
  void everyCodePointIsOfTheSameKindAsInTheRegularExpression() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        String text = " " + Character.toString(c) + "a" + Character.toString(c) + "!";
        assertThat(scanned(text)).as("U+%04X", c).isEqualTo(matched(text));
      }
    }
  }
}
