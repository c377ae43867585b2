package gloss.score.rouge.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import gloss.text.SentenceSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExceptionListTest {
  @TempDir Path folder;

  static ExceptionList of(String lines) throws IOException {
    Path file = Files.createTempFile("irregular", ".exc");
    try {
      Files.writeString(file, lines);
      return ExceptionList.read(file);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void readsAFile() throws IOException {
    ExceptionList list = of("feet foot\n\naxes ax axis\noffer off\noffer offer\n");
    assertThat(list.base("feet")).isEqualTo("foot");
    assertThat(list.base("axes")).isEqualTo("ax");
    assertThat(list.base("offer")).isEqualTo("offer");
    assertThat(list.base("cats")).isNull();
    assertThat(list.size()).isEqualTo(3);
  }

  @Test
  void ofAFolderTheOrderOfTheFilesIsFixed() throws IOException {
    Files.writeString(folder.resolve("adv.exc"), "best well\n");
    Files.writeString(folder.resolve("adj.exc"), "best good\n");
    Files.writeString(folder.resolve("verb.exc"), "testes testes\n");
    Files.writeString(folder.resolve("noun.exc"), "testes testis\n");
    ExceptionList list = ExceptionList.read(folder);
    assertThat(list.base("best")).isEqualTo("good");
    assertThat(list.base("testes")).isEqualTo("testis");
  }

  @Test
  void theScriptsFolderHasListsAndStopWords() throws IOException {
    Path lists = Files.createDirectories(folder.resolve("WordNet-2.0-Exceptions"));
    Files.writeString(lists.resolve("noun.exc"), "feet foot\n");
    Files.writeString(folder.resolve("smart_common_words.txt"), "foo\n");
    Rouge155Options options = Rouge155Options.parse("-n 1 -m -s -e " + folder);
    Rouge155 script = Rouge155.of(options, SentenceSplitter.LINES);
    gloss.score.Segment segment = gloss.score.Segment.of("foo feet the", "foot the");
    assertThat(script.measures().get(0).statistics(segment)).containsExactly(1, 1, 1, 1);
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> ExceptionList.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("noun.exc");
    assertThatThrownBy(() -> ExceptionList.read(folder.resolve("none.exc")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> of("feet foot\nfeet\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(":2: expected a form and its base");
    assertThatThrownBy(() -> Rouge155.of(Rouge155Options.parse("-e " + folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("smart_common_words.txt");
  }
}
