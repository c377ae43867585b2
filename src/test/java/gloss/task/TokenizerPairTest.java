package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.corpus.ParallelText;
import gloss.recipe.SubwordRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerPairTest {
  private static final ParallelText TEXT =
      new ParallelText(
          List.of("one two two", "two three", "three one"),
          List.of("un deux deux", "deux trois", "trois un"));

  @TempDir private Path folder;

  @Test
  void aJointPairIsOneFile() throws IOException {
    TokenizerPair pair = TokenizerPair.learn(TEXT, new SubwordRecipe(20, true, 0, 0));
    assertThat(pair.source()).isSameAs(pair.target());
    assertThat(pair.files()).containsExactly("tokenizer.json");
    pair.write(folder);
    TokenizerPair read = TokenizerPair.read(folder);
    assertThat(read.source()).isSameAs(read.target());
    assertThat(read.source().encode("two trois")).isEqualTo(pair.source().encode("two trois"));
  }

  @Test
  void aSeparatePairIsTwoFiles() throws IOException {
    TokenizerPair pair = TokenizerPair.learn(TEXT, new SubwordRecipe(20, false, 0, 0));
    assertThat(pair.files()).containsExactly("tokenizer.source.json", "tokenizer.target.json");
    assertThat(TokenizerPair.FILES).containsAll(pair.files());
    pair.write(folder);
    TokenizerPair read = TokenizerPair.read(folder);
    assertThat(read.source().encode("two")).isEqualTo(pair.source().encode("two"));
    assertThat(read.target().encode("trois")).isEqualTo(pair.target().encode("trois"));
    // Each side has learned its own words.
    assertThat(read.source().encode("three")).hasSizeLessThan(read.target().encode("three").length);
  }

  @Test
  void halfAPairIsRefused() throws IOException {
    TokenizerPair.learn(TEXT, new SubwordRecipe(20, false, 0, 0)).write(folder);
    Files.delete(folder.resolve("tokenizer.target.json"));
    assertThatThrownBy(() -> TokenizerPair.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tokenizer.target.json");
  }
}
