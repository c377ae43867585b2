package gloss.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SequenceBatchTest {
  private static final Specials SPECIALS = new Specials(0, 1, 2, 3);

  private static final SequencePairs PAIRS =
      SequencePairs.of(
          new int[][] {{10, 11}, {}, {12, 13, 14, 15}, {16}},
          new int[][] {{20}, {21, 22}, {23}, {24, 25, 26}});

  @Test
  void theDecoderReadsWhatItSaidBefore() {
    SequenceBatch batch = SequenceBatch.of(PAIRS.select(3, 0), SPECIALS);
    assertThat(batch.source().tokens()).containsExactly(16, 3, 0, 10, 11, 3);
    assertThat(batch.source().lengths()).containsExactly(2, 3);
    assertThat(batch.decoderInput().tokens()).containsExactly(2, 24, 25, 26, 2, 20, 0, 0);
    assertThat(batch.labels().tokens()).containsExactly(24, 25, 26, 3, 20, 3, 0, 0);
    assertThat(batch.labels().columns()).isEqualTo(4);
    assertThat(batch.labelCount()).isEqualTo(6);
    assertThat(batch.rows()).isEqualTo(2);
    assertThat(batch.pairs().lines()).containsExactly(4, 1);
  }

  @Test
  void anEmptySourceStillHasItsEnd() {
    PaddedBatch batch = SequenceBatch.sources(new int[][] {{}}, SPECIALS);
    assertThat(batch.tokens()).containsExactly(3);
    assertThat(batch.columns()).isOne();
  }

  @Test
  void lengthsCountTheEndMark() {
    assertThat(PAIRS.sourceLengths()).containsExactly(3, 1, 5, 2);
    assertThat(PAIRS.targetLengths()).containsExactly(2, 3, 2, 4);
  }

  @Test
  void sidesMustBeAsMany() {
    assertThatThrownBy(() -> SequencePairs.of(new int[1][], new int[2][]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 sources, 2 targets, 1 lines");
  }

  @Test
  void noSequencesGiveAnEmptyRectangle() {
    PaddedBatch batch = PaddedBatch.of(new int[0][], 0);
    assertThat(batch.rows()).isZero();
    assertThat(batch.columns()).isZero();
    assertThat(batch.tokens()).isEmpty();
  }

  @Property
  void paddingFillsTheRectangleAndNothingIsLost(@ForAll @Size(max = 8) int[][] sequences) {
    PaddedBatch batch = PaddedBatch.of(sequences, -7);
    assertThat(batch.tokens()).hasSize(batch.rows() * batch.columns());
    for (int row = 0; row < sequences.length; row++) {
      assertThat(batch.sequence(row)).isEqualTo(sequences[row]);
      int start = row * batch.columns();
      assertThat(
              Arrays.copyOfRange(
                  batch.tokens(), start + sequences[row].length, start + batch.columns()))
          .containsOnly(sequences[row].length < batch.columns() ? new int[] {-7} : new int[0]);
    }
  }
}
