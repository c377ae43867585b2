package gloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorporaTest {
  private static final String CARD =
      """
      name: NAME
      description: A letter.
      licence: CC0-1.0
      languages: [en]
      splits: {train: {count: 1, files: {en: {path: a, md5: 900150983cd24fb0d6963f7d28e17f72}}}}
      """;

  @TempDir Path folder;

  private void corpus(String name) throws IOException {
    Path corpus = Files.createDirectories(folder.resolve(name));
    Files.writeString(corpus.resolve("corpus.yaml"), CARD.replace("NAME", name));
    Files.writeString(corpus.resolve("a"), "abc");
  }

  @Test
  void areTheFoldersWithACard() throws IOException {
    corpus("b");
    corpus("a");
    Files.createDirectories(folder.resolve("c"));
    Files.writeString(folder.resolve("d"), "a file");
    assertThat(new Corpora(folder).names()).containsExactly("a", "b");
    assertThat(new Corpora(folder.resolve("none")).names()).isEmpty();
  }

  @Test
  void areFoundByNameOrByPath() throws IOException {
    corpus("a");
    corpus("elsewhere/b");
    Corpora corpora = new Corpora(folder);
    assertThat(corpora.find("a")).isEqualTo(Corpus.load(folder.resolve("a")));
    Path b = folder.resolve("elsewhere/b");
    assertThat(corpora.find(b.toString()).folder()).isEqualTo(b);
    assertThat(corpora.find(b.resolve("corpus.yaml").toString()).folder()).isEqualTo(b);
    corpora.find("a").card().verify();
  }

  @Test
  void anUnknownNameHasItsNearest() throws IOException {
    corpus("multi30k-en-de");
    Corpora corpora = new Corpora(folder);
    assertThatThrownBy(() -> corpora.find("multi30k-de-en"))
        .isInstanceOf(InputException.class)
        .hasMessage(folder + ": no corpus 'multi30k-de-en'; did you mean 'multi30k-en-de'?");
    assertThatThrownBy(() -> new Corpora(folder.resolve("none")).find("x"))
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("none") + ": no corpus 'x'");
  }
}
