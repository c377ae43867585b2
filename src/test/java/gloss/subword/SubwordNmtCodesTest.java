package gloss.subword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gloss.text.InputException;
import gloss.text.LineReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubwordNmtCodesTest {
  @TempDir Path folder;

  /** The example of the paper (Sennrich et al. 2016, figure 1), with its counts. */
  private static final List<String> PAPER =
      List.of(
          "low low low low low",
          "lower lower",
          "newest newest newest newest newest newest",
          "widest widest widest");

  @Test
  void theGreatestOfEquallyFrequentPairsIsMergedFirst() {
    // (e, s), (s, t</w>) and (w, e) begin with a tie: 9, 9 and 8 times.
    assertThat(SubwordNmtCodes.learn(PAPER, 4, 2).mergeList())
        .extracting(Merge::toString)
        .containsExactly("s t</w>", "e st</w>", "l o", "w est</w>");
  }

  /** U+FFFD comes before U+1F600 by code points and after it by UTF-16 units. */
  private static final List<String> LETTERS = List.of("a", "ab", "abc", "a\uFFFD😀");

  @Property(tries = 200)
  void learnsWhatTheReferenceLearns(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int minCount,
      @ForAll @IntRange(min = 1, max = 4) int letters) {
    List<String> lines = RandomText.lines(new Random(seed), 12, LETTERS.get(letters - 1), 30);
    assertThat(SubwordNmtCodes.learn(lines, 60, minCount).mergeList())
        .isEqualTo(SubwordNmtReference.learn(lines, 60, minCount));
  }

  @Property(tries = 200)
  void segmentsAsTheReferenceDoes(@ForAll long seed) {
    Random random = new Random(seed);
    SubwordNmtCodes codes = SubwordNmtCodes.learn(RandomText.lines(random, 12, "ab", 30), 60, 1);
    for (String line : RandomText.lines(random, 12, "abc", 40)) {
      assertThat(codes.segment(line).strip())
          .isEqualTo(SubwordNmtReference.segment(line, codes.mergeList()));
    }
  }

  @Test
  void agreesWithTheReferenceOnRealText() throws Exception {
    String shared = System.getenv("GLOSS_SHARED");
    assumeTrue(shared != null, "GLOSS_SHARED is not set: not compared on Multi30k");
    Path file = Path.of(shared, "data", "multi30k-ende", "val.de.gz");
    assumeTrue(Files.exists(file), "Multi30k is not there");
    List<String> lines = LineReader.readAll(file);
    SubwordNmtCodes codes = SubwordNmtCodes.learn(lines, 500, 2);
    assertThat(codes.mergeList()).isEqualTo(SubwordNmtReference.learn(lines, 500, 2));
    for (String line : lines.subList(0, 100)) {
      assertThat(codes.segment(line))
          .isEqualTo(SubwordNmtReference.segment(line, codes.mergeList()));
    }
  }

  @Test
  void learningStopsAtTheLeastCount() {
    assertThat(SubwordNmtCodes.learn(List.of("ab cd cd"), 10, 2).mergeList())
        .containsExactly(new Merge("c", "d</w>"));
    assertThat(SubwordNmtCodes.learn(List.of(), 10, 2).mergeList()).isEmpty();
  }

  /** Python's splitlines ends a line, and so a word, after such a character. */
  @Test
  void lineSeparatorsEndWords() {
    SubwordNmtCodes codes = SubwordNmtCodes.learn(List.of("ab\u2028ab\u2028ab\rab"), 10, 2);
    assertThat(codes.mergeList())
        .containsExactly(
            new Merge("b", "\u2028</w>"), new Merge("a", "b\u2028</w>"), new Merge("a", "b</w>"));
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "lower,lower",
        "newer,ne@@ wer",
        "lowest,lo@@ west",
        " low  low ,' low low '",
        "x,x",
        "xlow,x@@ low",
        "'   ','   '",
        "'',''",
        "日本,日@@ 本",
        "😀😀,😀@@ 😀",
      })
  void segments(String line, String expected) {
    SubwordNmtCodes codes = SubwordNmtCodes.learn(PAPER, 100, 2);
    assertThat(codes.segment(line)).isEqualTo(expected);
  }

  @Test
  void joinUndoesSegment() {
    SubwordNmtCodes codes = SubwordNmtCodes.learn(PAPER, 3, 2);
    String line = "lower newest 日本 x";
    assertThat(SubwordNmtCodes.join(codes.segment(line))).isEqualTo(line);
    assertThat(SubwordNmtCodes.join("lo@@ w n@@")).isEqualTo("low n");
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      assertThat(SubwordNmtCodes.join(codes.segment(line, 0.5, random))).isEqualTo(line);
    }
  }

  @Test
  void dropoutOfZeroIsPlainAndOfOneLeavesCharacters() {
    SubwordNmtCodes codes = SubwordNmtCodes.learn(PAPER, 100, 2);
    assertThat(codes.segment("lower low", 0, new Random(1))).isEqualTo(codes.segment("lower low"));
    assertThat(codes.segment("low", 1, new Random(1))).isEqualTo("l@@ o@@ w");
  }

  @Test
  void aVeryLongWordIsSegmentedInReasonableTime() {
    SubwordNmtCodes codes = SubwordNmtCodes.learn(PAPER, 100, 2);
    assertThat(codes.segment("low".repeat(33_333)))
        .startsWith("lo@@ w@@ lo@@ w@@ ")
        .hasSize(299_991);
  }

  @Test
  void writingAndReadingGivesTheSame() throws Exception {
    SubwordNmtCodes codes = SubwordNmtCodes.learn(PAPER, 4, 2);
    Path file = folder.resolve("codes");
    codes.write(file);
    assertThat(file).hasContent("#version: 0.2\ns t</w>\ne st</w>\nl o\nw est</w>\n");
    assertThat(SubwordNmtCodes.read(file).mergeList()).isEqualTo(codes.mergeList());
  }

  @Test
  void aMergeThatIsListedTwiceKeepsItsFirstRank() throws Exception {
    Path file = folder.resolve("codes");
    Files.writeString(file, "#version: 0.2\na b\nb c</w>\na b\n");
    assertThat(SubwordNmtCodes.read(file).segment("abc")).isEqualTo("ab@@ c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b\n",
        "#version: 0.1\na b\n",
        "#version: 0.2\na\n",
        "#version: 0.2\na b c\n",
        "#version: 0.2\n\na b\n",
        "{\"version\": \"1.0\"}"
      })
  void filesOfAnotherKindAreRefused(String content) throws Exception {
    Path file = folder.resolve("codes");
    Files.writeString(file, content);
    assertThatThrownBy(() -> SubwordNmtCodes.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ":");
  }

  @Test
  void aMissingFileIsTheUsersMistake() {
    assertThatThrownBy(() -> SubwordNmtCodes.read(folder.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such file");
  }
}
