package gloss.subword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubwordsTest {
  private static final List<String> LINES =
      List.of(
          "The cat sat on the mat, the cat sat on 12 mats.",
          "Der Hund saß auf der Matte; 12 Hunde saßen auf den Matten.",
          "naïve café — 日本語の文 日本語",
          "the cat   sat\ton  the mat");
  private static final Subwords SUBWORDS = Subwords.learn(LINES, 100);

  @TempDir Path folder;

  private static List<String> tokens(Subwords subwords, String text) {
    return Arrays.stream(subwords.encode(text)).mapToObj(subwords.vocabulary()::token).toList();
  }

  @Test
  void specialsBytesAndMergesAreNumberedInThisOrder() {
    Vocabulary vocabulary = Subwords.learn(List.of("ab ab", "ab"), 1).vocabulary();
    assertThat(vocabulary.tokens().subList(0, 4)).containsExactly("<pad>", "<unk>", "<s>", "</s>");
    assertThat(vocabulary.token(4 + 'a')).isEqualTo("a");
    assertThat(vocabulary.token(4 + ' ')).isEqualTo("Ġ");
    assertThat(vocabulary.token(260)).isEqualTo("ab");
    assertThat(vocabulary.size()).isEqualTo(261);
  }

  @Test
  void frequentWordsBecomeOneToken() {
    assertThat(tokens(SUBWORDS, "the cat sat")).containsExactly("the", "Ġcat", "Ġsat");
  }

  @Test
  void digitsStayAlone() {
    assertThat(tokens(SUBWORDS, "x 12")).containsExactly("x", "Ġ1", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "   ",
        "a",
        "the  cat ",
        "\ttab\t\ttab",
        "\0 nul \0",
        "\uFEFFbom",
        "line\u2028separator\u2029 and \u0085",
        "carriage\r\nreturn",
        "e\u0301 is not é",
        "😀 👩‍👩‍👧 𝒳",
        "<pad> <unk> <s> </s>",
        "Ġ is a letter of the byte alphabet",
        "\uFFFD\uFFFF\uE000"
      })
  void decodingGivesTheTextBack(String text) {
    assertThat(SUBWORDS.decode(SUBWORDS.encode(text))).isEqualTo(text);
  }

  @Test
  void theEmptyTextHasNoIds() {
    assertThat(SUBWORDS.encode("")).isEmpty();
    assertThat(SUBWORDS.decode(new int[0])).isEmpty();
  }

  @Test
  void textNeverBecomesASpecialToken() {
    assertThat(Arrays.stream(SUBWORDS.encode("<pad><unk><s></s>")))
        .allMatch(id -> id > Vocabulary.EOS);
  }

  @Test
  void specialTokensAreSkippedInDecoding() {
    int[] ids =
        IntStream.concat(
                IntStream.concat(
                    IntStream.of(Vocabulary.BOS), Arrays.stream(SUBWORDS.encode("the cat"))),
                IntStream.of(Vocabulary.EOS, Vocabulary.PAD, Vocabulary.UNK))
            .toArray();
    assertThat(SUBWORDS.decode(ids)).isEqualTo("the cat");
  }

  @Test
  void halfACharacterDecodesToTheReplacementCharacter() {
    assertThat(SUBWORDS.decode(new int[] {4 + 'a', 4 + 0xC3, 4 + 'b'})).isEqualTo("a\uFFFDb");
  }

  @Test
  void idsOutsideTheVocabularyAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SUBWORDS.decode(new int[] {SUBWORDS.vocabulary().size()}))
        .withMessageContaining("no token has id");
    assertThatIllegalArgumentException().isThrownBy(() -> SUBWORDS.decode(new int[] {-1}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab\uD800", "\uDC00ab", "a\uD800\uD800\uDC00"})
  void unpairedSurrogatesAreRefused(String text) {
    assertThatThrownBy(() -> SUBWORDS.encode(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("unpaired surrogate");
    assertThatThrownBy(() -> Subwords.learn(List.of(text), 1)).isInstanceOf(InputException.class);
  }

  @Test
  void aVeryLongWordIsEncodedInReasonableTime() {
    StringBuilder word = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      word.append((char) ('a' + random.nextInt(4)));
    }
    Subwords subwords = Subwords.learn(List.of(word.toString()), 200);
    int[] ids = subwords.encode(word.toString());
    assertThat(ids.length).isLessThan(50_000);
    assertThat(subwords.decode(ids)).isEqualTo(word.toString());
    int[] dropped = subwords.encode(word.toString(), 0.1, RandomGenerator.of("L64X128MixRandom"));
    assertThat(subwords.decode(dropped)).isEqualTo(word.toString());
  }

  @Test
  void theOrderOfTheLinesDoesNotMatter() {
    List<String> shuffled = new ArrayList<>(LINES);
    Collections.shuffle(shuffled, new Random(5));
    assertThat(Subwords.learn(shuffled, 100).mergeList()).isEqualTo(SUBWORDS.mergeList());
  }

  @Test
  void pairsBelowTheLeastCountAreNotMerged() {
    List<String> lines = List.of("ab ab cd");
    assertThat(Subwords.learn(lines, 100).vocabulary().tokens()).doesNotContain("Ġcd");
    assertThat(Subwords.learn(lines, new BpeSettings(100, 1, List.of())).vocabulary().tokens())
        .contains("Ġcd");
  }

  @Test
  void furtherSpecialTokensFollowTheStandardOnes() throws Exception {
    Subwords subwords = Subwords.learn(LINES, new BpeSettings(10, 2, List.of("<2de>", "<2fr>")));
    assertThat(subwords.vocabulary().id("<2fr>")).hasValue(5);
    assertThat(Arrays.stream(subwords.encode("<2de>"))).allMatch(id -> id > 5);
    subwords.write(folder.resolve("tokenizer.json"));
    assertThat(Subwords.read(folder.resolve("tokenizer.json")).vocabulary().specials())
        .isEqualTo(subwords.vocabulary().specials());
  }

  @Test
  void aSpecialTokenThatIsAlsoLearnedIsRefused() {
    assertThatThrownBy(() -> Subwords.learn(LINES, new BpeSettings(100, 2, List.of("the"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'the' is also a learned token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "<pad>"})
  void specialTokensThatCannotBeAreRefused(String special) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BpeSettings(100, 2, List.of(special)))
        .withMessageContaining("special token");
  }

  @Test
  void dropoutOfZeroIsPlainEncoding() {
    for (String line : LINES) {
      assertThat(SUBWORDS.encode(line, 0, new Random(1))).isEqualTo(SUBWORDS.encode(line));
    }
  }

  @Test
  void dropoutOfOneLeavesBytes() {
    assertThat(SUBWORDS.encode("the cat", 1, new Random(1))).hasSize(7);
  }

  @Test
  void dropoutCutsDifferentlyAndLosesNothing() {
    Random random = new Random(1);
    List<List<Integer>> cuts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int[] ids = SUBWORDS.encode(LINES.get(0), 0.3, random);
      assertThat(SUBWORDS.decode(ids)).isEqualTo(LINES.get(0));
      cuts.add(Arrays.stream(ids).boxed().toList());
    }
    assertThat(cuts.stream().distinct().count()).isGreaterThan(20);
  }

  /** "ab" has one merge: it survives one try with probability 1 - p. */
  @Test
  void dropoutLeavesOutMergesWithItsProbability() {
    Subwords subwords = Subwords.learn(List.of("ab ab", "ab"), 1);
    Random random = new Random(7);
    int kept = 0;
    for (int i = 0; i < 10_000; i++) {
      kept += subwords.encode("ab", 0.25, random).length == 1 ? 1 : 0;
    }
    // Standard deviation 43.
    assertThat(kept).isBetween(7_300, 7_700);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void dropoutOutsideOfItsRangeIsRefused(double dropout) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SUBWORDS.encode("a", dropout, new Random(1)))
        .withMessageContaining("dropout");
  }

  @Test
  void writingAndReadingGivesTheSame() throws Exception {
    Path file = folder.resolve("new/tokenizer.json");
    SUBWORDS.write(file);
    Subwords read = Subwords.read(file);
    assertThat(read.vocabulary().tokens()).isEqualTo(SUBWORDS.vocabulary().tokens());
    assertThat(read.mergeList()).isEqualTo(SUBWORDS.mergeList());
    assertThat(read.encode(LINES.get(0))).isEqualTo(SUBWORDS.encode(LINES.get(0)));
  }
}
