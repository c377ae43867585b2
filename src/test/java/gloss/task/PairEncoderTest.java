package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.batch.SequencePairs;
import gloss.corpus.LinePair;
import gloss.corpus.ParallelFiles;
import gloss.corpus.ParallelText;
import gloss.recipe.SubwordRecipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairEncoderTest {
  @TempDir private Path folder;
  private ParallelText text;
  private TokenizerPair tokenizers;

  @BeforeEach
  void learn() throws IOException {
    TinyCorpus.write(folder);
    ParallelFiles files =
        ParallelFiles.of(folder.resolve("train.en.gz"), folder.resolve("train.fr.gz"));
    text = ParallelText.read(files);
    tokenizers = TokenizerPair.learn(files, new SubwordRecipe(40, true, 0, 0, 0));
  }

  private PairEncoder encoder(double dropout, int maxLength, long seed) {
    return new PairEncoder(tokenizers, dropout, maxLength, seed);
  }

  private static void assertSame(SequencePairs actual, SequencePairs expected) {
    assertThat(actual.lines()).isEqualTo(expected.lines());
    assertThat(Arrays.deepEquals(actual.sources(), expected.sources())).isTrue();
    assertThat(Arrays.deepEquals(actual.targets(), expected.targets())).isTrue();
  }

  @Test
  void pairsKeepTheirLines() {
    SequencePairs pairs =
        encoder(0, 100, 1).encode(List.of(new LinePair(7, "one", "un"), new LinePair(9, "", "x")));
    assertThat(pairs.lines()).containsExactly(7, 9);
    assertThat(pairs.sources()[0]).isEqualTo(tokenizers.source().encode("one"));
    assertThat(pairs.sources()[1]).isEmpty();
  }

  @Test
  void withoutDropoutNothingIsCutAgain() {
    SequencePairs pairs = encoder(0, 100, 1).encode(text);
    assertThat(encoder(0, 100, 1).cutAgain(pairs, 3)).isSameAs(pairs);
  }

  @Test
  void cutAgainTheTextIsTheSame() {
    SequencePairs pairs = encoder(0.3, 100, 1).encode(text);
    SequencePairs again = encoder(0.3, 100, 1).cutAgain(pairs, 1);
    for (int i = 0; i < pairs.size(); i++) {
      assertThat(tokenizers.source().decode(again.sources()[i])).isEqualTo(text.sources().get(i));
      assertThat(tokenizers.target().decode(again.targets()[i])).isEqualTo(text.targets().get(i));
    }
  }

  @Test
  void theCutDependsOnSeedEpochAndLineAlone() {
    PairEncoder encoder = encoder(0.3, 100, 1);
    SequencePairs pairs = encoder.encode(text);
    SequencePairs again = encoder.cutAgain(pairs, 4);
    int[] backwards = IntStream.range(0, 50).map(i -> 49 - i).toArray();
    assertSame(encoder.cutAgain(pairs.select(backwards), 4), again.select(backwards));
    assertThat(Arrays.deepEquals(encoder.cutAgain(pairs, 5).sources(), again.sources())).isFalse();
    assertThat(
            Arrays.deepEquals(encoder(0.3, 100, 2).cutAgain(pairs, 4).sources(), again.sources()))
        .isFalse();
    SequencePairs otherLines =
        new SequencePairs(
            pairs.sources(),
            pairs.targets(),
            Arrays.stream(pairs.lines()).map(line -> line + 1).toArray());
    assertThat(Arrays.deepEquals(encoder.cutAgain(otherLines, 4).sources(), again.sources()))
        .isFalse();
  }

  @Test
  void aPairThatWouldBecomeTooLongStaysAsItIs() {
    SequencePairs pairs = encoder(1, 100, 1).encode(text);
    int longest =
        Math.max(
                Arrays.stream(pairs.sourceLengths()).max().orElseThrow(),
                Arrays.stream(pairs.targetLengths()).max().orElseThrow())
            - 1;
    SequencePairs again = encoder(1, longest, 1).cutAgain(pairs, 1);
    int same = 0;
    for (int i = 0; i < pairs.size(); i++) {
      assertThat(again.sources()[i].length).isLessThanOrEqualTo(longest);
      assertThat(again.targets()[i].length).isLessThanOrEqualTo(longest);
      same += again.sources()[i] == pairs.sources()[i] ? 1 : 0;
    }
    assertThat(same).isPositive().isLessThan(pairs.size());
  }
}
