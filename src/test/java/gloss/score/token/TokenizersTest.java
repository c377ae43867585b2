package gloss.score.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import gloss.text.WhiteSpace;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TokenizersTest {
  @Test
  void mteval13a() {
    check("13a", "He said: \"Hi!\", on 1.5-2,000.", "He said : \" Hi ! \" , on 1.5 - 2,000 .");
    check("13a", "it's AT&amp;T &quot;x&quot; <skipped>", "it's AT & T \" x \"");
    check("13a", "wait... a.,b ..5", "wait . . . a . , b . .5");
    check("13a", "“quoted” — dash", "“quoted” — dash");
  }

  @Test
  void international() {
    check("intl", "“quoted” — in 1990.", "“ quoted ” — in 1990.");
    check("intl", "5€+3", "5 € + 3");
    check("intl", "a,b 1,5", "a , b 1,5");
  }

  @Test
  void chinese() {
    check("zh", "我有3.5个苹果。OK", "我 有 3.5 个 苹 果 。 OK");
    // A range that was meant for other planes: dashes are split, Extension B is not.
    check("zh", "a—b 𠀀𠀁", "a — b 𠀀𠀁");
  }

  @Test
  void charactersAndNone() {
    check("char", "a b😀", "a b 😀");
    check("none", "  a,b\u00a0c ", "a,b c");
  }

  private static void check(String name, String line, String expected) {
    assertThat(Tokenizers.named(name).tokenize(line)).isEqualTo(List.of(expected.split(" ")));
  }

  @Test
  void ownTokenizer() {
    Tokenizer tokenizer = Tokenizer.of("halves", line -> List.of(line.split(";")));
    assertThat(tokenizer.tokenize("a b;c")).containsExactly("a b", "c");
    assertThatThrownBy(() -> Tokenizer.of("a|b", List::of))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unknownNamesAreAnsweredWithTheNearest() {
    assertThatThrownBy(() -> Tokenizers.named("13b"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean '13a'");
    assertThatThrownBy(() -> Tokenizers.named("flores200"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("flores200=FILE.model");
    assertThatThrownBy(() -> Tokenizers.named("spm=/nowhere.model"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such file");
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
            "a", "Z", "1", "2", "9", " ", ".", ",", ".", ",", "-", "-", "'", "!", "(", "/", "_",
            "~", "é", "“", "—", "。", "中", "€", "½", "٣", "😀", "\u00a0", "\u2028", "\t", "&")
        .list()
        .ofMaxSize(24)
        .map(parts -> String.join("", parts));
  }

  /** One walk over the line does what the reference does with four regular expressions. */
  @Property
  void asTheRegularExpressions(@ForAll("lines") String line) {
    assertThat(Tokenizers.MTEVAL_13A.tokenize(line))
        .isEqualTo(WhiteSpace.split(western(" " + line + " ")));
    assertThat(Tokenizers.INTERNATIONAL.tokenize(line)).isEqualTo(WhiteSpace.split(intl(line)));
    String spaced =
        WhiteSpace.strip(line).replaceAll("[\u2001-\u2a6d\u3000-\u303f\u4e00-\u9fbb]", " $0 ");
    assertThat(Tokenizers.CHINESE.tokenize(line)).isEqualTo(WhiteSpace.split(western(spaced)));
  }

  private static String western(String line) {
    return line.replaceAll("([\\{-~\\[-` -&\\(-\\+:-@/])", " $1 ")
        .replaceAll("([^0-9])([.,])", "$1 $2 ")
        .replaceAll("([.,])([^0-9])", " $1 $2")
        .replaceAll("([0-9])(-)", "$1 $2 ");
  }

  private static String intl(String line) {
    return line.replaceAll("(\\P{N})(\\p{P})", "$1 $2 ")
        .replaceAll("(\\p{P})(\\P{N})", " $1 $2")
        .replaceAll("(\\p{S})", " $1 ");
  }
}
