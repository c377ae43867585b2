package gloss.corpus.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  private static final Map<String, String> MEMBERS =
      Map.of(
          "root/train/a.txt", "a\n",
          "root/train/b.txt", "b".repeat(2000),
          "root/train/deep/c.txt", "c",
          "root/README", "");

  @TempDir Path folder;

  private Map<String, String> visited(byte[] archive, String pattern) throws IOException {
    Map<String, String> visited = new LinkedHashMap<>();
    Archive.visit(
        Files.write(folder.resolve("archive"), archive),
        pattern,
        (name, in) -> visited.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    return visited;
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("root/"));
      for (Map.Entry<String, String> member : MEMBERS.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static byte[] tar() {
    Tars tar = new Tars().member('5', "root/", new byte[0]);
    MEMBERS.forEach(tar::file);
    return tar.bytes();
  }

  @Test
  void membersAreFoundInEveryKindOfArchive() throws IOException {
    for (byte[] archive : new byte[][] {zip(), tar(), Tars.gzip(tar())}) {
      assertThat(visited(archive, "*/train/*.txt"))
          .isEqualTo(Map.of("root/train/a.txt", "a\n", "root/train/b.txt", "b".repeat(2000)));
      assertThat(visited(archive, "root/README")).isEqualTo(Map.of("root/README", ""));
    }
  }

  @Test
  void longNamesOfTarAreKnown() throws IOException {
    String name = "x/".repeat(80) + "é.txt";
    byte[] gnu = (name + "\0").getBytes(StandardCharsets.UTF_8);
    byte[] record = ("190 path=" + name + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] tar =
        new Tars()
            .member('g', "settings", "20 comment=none\n".getBytes(StandardCharsets.UTF_8))
            .member('L', "././@LongLink", gnu)
            .file("x/short", "gnu")
            .member('x', "pax", record)
            .file("x/short", "posix")
            .file("last", "!")
            .bytes();
    assertThat(visited(tar, "x/".repeat(80) + "*")).isEqualTo(Map.of(name, "posix"));
    assertThat(visited(tar, "last")).hasSize(1);
  }

  @Test
  void aMemberThatIsNotReadToItsEndIsSkipped() throws IOException {
    Path archive = Files.write(folder.resolve("archive"), tar());
    Map<String, Integer> firsts = new LinkedHashMap<>();
    Archive.visit(archive, "*/train/*", (name, in) -> firsts.put(name, in.read()));
    assertThat(firsts).isEqualTo(Map.of("root/train/a.txt", (int) 'a', "root/train/b.txt", 98));
  }

  @Test
  void oneMemberIsCopied() throws IOException {
    Path archive = Files.write(folder.resolve("archive"), zip());
    Path made = folder.resolve("made");
    Archive.copy(archive, "*/*/a.txt", made);
    assertThat(made).hasContent("a\n");
    assertThatThrownBy(() -> Archive.copy(archive, "*/train/*", made))
        .isInstanceOf(BadContent.class)
        .hasMessage("is an archive with more than one */train/*");
  }

  @Test
  void whatIsNoArchiveOrIsDamagedIsBadContent() throws IOException {
    byte[] page = "<html>Not found</html>".repeat(100).getBytes(StandardCharsets.UTF_8);
    byte[] gzip = Tars.gzip(tar());
    for (byte[] bad :
        new byte[][] {
          {},
          page,
          Tars.gzip(page),
          Arrays.copyOf(tar(), 700),
          Arrays.copyOf(gzip, gzip.length / 2),
          Arrays.copyOf(zip(), 40)
        }) {
      assertThatThrownBy(() -> visited(bad, "*/train/*"))
          .isInstanceOf(BadContent.class)
          .hasMessage("is no archive, or a damaged one");
    }
    assertThatThrownBy(() -> visited(zip(), "none/*"))
        .isInstanceOf(BadContent.class)
        .hasMessage("is an archive without none/*");
  }
}
