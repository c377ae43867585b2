package gloss.corpus.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.corpus.archive.BadContent;
import gloss.corpus.archive.Tars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionsTest {
  @TempDir Path folder;

  @Test
  void aTextIsItsBodyAndItsSections() {
    assertThat(
            Sections.fields("a/b/mail_1.x.subject", "One.\n\nTwo @home\n\n@subject\nS\n\n@ann0\nA"))
        .isEqualTo(
            Map.of("id", "mail_1.x", "body", "One.\n\nTwo @home", "subject", "S", "ann0", "A"));
    assertThat(Sections.fields("plain", "\n@subject\n"))
        .isEqualTo(Map.of("id", "plain", "body", "\n@subject\n"));
  }

  @Test
  void membersBecomeLinesInTheOrderOfTheirNames() throws IOException {
    byte[] tar =
        new Tars()
            .file("r/b.s", "Say \"é\"\t\n\n@subject\n2")
            .file("r/a.s", "x\n\n@subject\n1")
            .bytes();
    Path made = folder.resolve("made");
    Sections.convert(Files.write(folder.resolve("tar"), tar), "r/*.s", made);
    assertThat(Files.readAllLines(made))
        .isEqualTo(
            List.of(
                "{\"id\": \"a\", \"body\": \"x\", \"subject\": \"1\"}",
                "{\"id\": \"b\", \"body\": \"Say \\\"é\\\"\\t\", \"subject\": \"2\"}"));
  }

  @Test
  void bytesThatAreNoTextAreBadContent() throws IOException {
    byte[] tar =
        new Tars().member('0', "r/a.s", "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)).bytes();
    Path archive = Files.write(folder.resolve("tar"), tar);
    assertThatThrownBy(() -> Sections.convert(archive, "r/*", folder.resolve("made")))
        .isInstanceOf(BadContent.class)
        .hasMessage("is an archive whose r/a.s is not UTF-8");
  }
}
