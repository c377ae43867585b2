package gloss.report;

import static gloss.report.WordDiff.Change.ADDED;
import static gloss.report.WordDiff.Change.REMOVED;
import static gloss.report.WordDiff.Change.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  @Test
  void findsWhatChanged() {
    assertThat(WordDiff.between("the cat sat", "the dog sat down"))
        .containsExactly(
            new WordDiff.Piece("the", SAME),
            new WordDiff.Piece("cat", REMOVED),
            new WordDiff.Piece("dog", ADDED),
            new WordDiff.Piece("sat", SAME),
            new WordDiff.Piece("down", ADDED));
  }

  @Test
  void emptyTextsHaveNoWords() {
    assertThat(WordDiff.between(" ", "")).isEmpty();
    assertThat(WordDiff.between("", "a")).containsExactly(new WordDiff.Piece("a", ADDED));
  }

  @Test
  void veryLongTextsAreShownAsTheyAre() {
    String text = "word ".repeat(2000);
    assertThat(WordDiff.between("x" + text, text)).hasSize(2000).allMatch(p -> p.change() == SAME);
  }

  @Property
  void bothTextsCanBeReadOffIt(
      @ForAll @StringLength(max = 30) @Chars({'a', 'b', ' '}) String from,
      @ForAll @StringLength(max = 30) @Chars({'a', 'b', ' '}) String to) {
    List<WordDiff.Piece> pieces = WordDiff.between(from, to);
    assertThat(without(pieces, ADDED)).isEqualTo(from.strip().replaceAll(" +", " "));
    assertThat(without(pieces, REMOVED)).isEqualTo(to.strip().replaceAll(" +", " "));
  }

  private static String without(List<WordDiff.Piece> pieces, WordDiff.Change change) {
    return pieces.stream()
        .filter(piece -> piece.change() != change)
        .map(WordDiff.Piece::word)
        .collect(Collectors.joining(" "));
  }
}
