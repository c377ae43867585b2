package gloss.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.batch.SequenceBatch;
import gloss.batch.SequencePairs;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineWeightsTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("weights.txt"), text);
  }

  @Test
  void everyTokenCountsAsItsLine() throws IOException {
    LineWeights weights = LineWeights.read(file("1\n0.5\n 2e1 \n"), 3);
    SequencePairs pairs = SequencePairs.of(new int[3][1], new int[][] {{5, 6}, {7}, {}});
    SequenceBatch batch = SequenceBatch.of(pairs.select(2, 0, 1), SequenceModel.SPECIALS);
    assertThat(weights.ofTokens(batch)).containsExactly(20, 1, 1, 1, 0.5f, 0.5f);
    assertThat(weights.even()).isFalse();
    assertThat(LineWeights.EVEN.ofTokens(batch)).containsOnly(1).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2| weights.txt:1: '1 2' is no weight: a number above 0 is needed",
        "0| weights.txt:1: '0' is no weight: a number above 0 is needed",
        "-1| weights.txt:1: '-1' is no weight: a number above 0 is needed",
        "NaN| weights.txt:1: 'NaN' is no weight: a number above 0 is needed",
        "Infinity| weights.txt:1: 'Infinity' is no weight: a number above 0 is needed",
        "''| weights.txt:1: '' is no weight: a number above 0 is needed",
      })
  void whatIsNoWeightIsNamed(String line, String message) throws IOException {
    Path file = file(line + "\n1\n");
    assertThatThrownBy(() -> LineWeights.read(file, 2))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(message);
  }

  @Test
  void theFileHasAsManyLinesAsTheText() throws IOException {
    Path file = file("1\n1\n");
    for (long lines : new long[] {1, 3}) {
      assertThatThrownBy(() -> LineWeights.read(file, lines))
          .hasMessageEndingWith(
              "weights.txt: has 2 weights, but the training text has " + lines + " lines");
    }
  }
}
