package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.corpus.ParallelFiles;
import gloss.recipe.SubwordRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerPairTest {
  @TempDir private Path folder;

  private TokenizerPair learn(boolean joint) throws IOException {
    Path source = Files.writeString(folder.resolve("en"), "one two two\ntwo three\nthree one\n");
    Path target = Files.writeString(folder.resolve("fr"), "un deux deux\ndeux trois\ntrois un\n");
    return TokenizerPair.learn(
        ParallelFiles.of(source, target), new SubwordRecipe(20, joint, 0, 0, 0));
  }

  @Test
  void aJointPairIsOneFile() throws IOException {
    TokenizerPair pair = learn(true);
    assertThat(pair.source()).isSameAs(pair.target());
    assertThat(pair.files()).containsExactly("tokenizer.json");
    pair.write(folder);
    TokenizerPair read = TokenizerPair.read(folder);
    assertThat(read.source()).isSameAs(read.target());
    assertThat(read.source().encode("two trois")).isEqualTo(pair.source().encode("two trois"));
  }

  @Test
  void aSeparatePairIsTwoFiles() throws IOException {
    TokenizerPair pair = learn(false);
    assertThat(pair.files()).containsExactly("tokenizer.source.json", "tokenizer.target.json");
    pair.write(folder);
    TokenizerPair read = TokenizerPair.read(folder);
    assertThat(read.source().encode("two")).isEqualTo(pair.source().encode("two"));
    assertThat(read.target().encode("trois")).isEqualTo(pair.target().encode("trois"));
    // Each side has learned its own words.
    assertThat(read.source().encode("three")).hasSizeLessThan(read.target().encode("three").length);
  }

  @Test
  void halfAPairIsRefused() throws IOException {
    learn(false).write(folder);
    Files.delete(folder.resolve("tokenizer.target.json"));
    assertThatThrownBy(() -> TokenizerPair.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tokenizer.target.json");
  }
}
