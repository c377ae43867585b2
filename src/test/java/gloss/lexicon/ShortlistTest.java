package gloss.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.subword.BpeSettings;
import gloss.subword.SubwordLearner;
import gloss.subword.Subwords;
import gloss.subword.Vocabulary;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortlistTest {
  private static final Vocabulary BYTES = bytes();

  @TempDir Path folder;

  private static Vocabulary bytes() {
    SubwordLearner learner = new SubwordLearner(BpeSettings.ofMerges(0));
    learner.add("a");
    Subwords subwords = learner.learn();
    return subwords.vocabulary();
  }

  private static Shortlist shortlist() {
    int[][] best = new int[BYTES.size()][0];
    best[10] = new int[] {30, 20, 40};
    best[11] = new int[] {20};
    return new Shortlist(new int[] {50, 51, 20}, best);
  }

  @Test
  void aSourceHasItsOwnAndTheFrequentOnes() {
    assertThat(shortlist().candidates(new int[] {10, 11, 10, 12}, 2, 1))
        .containsExactly(20, 30, 50);
    assertThat(shortlist().candidates(new int[] {10}, 9, 9)).containsExactly(20, 30, 40, 50, 51);
    assertThat(shortlist().candidates(new int[0], 9, 0)).isEmpty();
  }

  @Test
  void theFileIsReadBack() throws IOException {
    Path file = folder.resolve(Shortlist.FILE);
    shortlist().write(file, BYTES, BYTES);
    assertThat(Files.readAllLines(file)).hasSize(3).first().asString().startsWith("\t");
    assertThat(Shortlist.read(file, BYTES, BYTES).candidates(new int[] {10, 11}, 9, 9))
        .containsExactly(20, 30, 40, 50, 51);
  }

  @ParameterizedTest
  @CsvSource({
    "a b, :1: is no line of a shortlist",
    "'a\tb', :1: is no line of a shortlist",
    "'\ta\nb\tc dog', :2: the model has no token 'dog'",
    "'\ta\ncat\ta', :2: the model has no token 'cat'",
    "'\ta\na\t', :2: the model has no token ''"
  })
  void aBadLineIsNamed(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.tsv"), text.translateEscapes() + "\n");
    assertThatThrownBy(() -> Shortlist.read(file, BYTES, BYTES))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bad.tsv" + message)
        .hasMessageEndingWith("'gloss shortlist' makes the file anew");
  }
}
