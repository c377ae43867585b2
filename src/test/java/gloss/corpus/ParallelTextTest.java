package gloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelTextTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path gzip(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return path;
  }

  @Test
  void severalFilesASideAreReadOneAfterTheOtherPlainOrCompressed() throws IOException {
    ParallelText text =
        ParallelText.read(
            new ParallelFiles(
                List.of(gzip("a.en.gz", "one\ntwo\n"), file("b.en", "three")),
                List.of(file("a.fr", "un\n"), gzip("b.fr.gz", "deux\ntrois\n"))));
    assertThat(text.sources()).containsExactly("one", "two", "three");
    assertThat(text.targets()).containsExactly("un", "deux", "trois");
  }

  @Test
  void aByteOrderMarkOfEachFileAndWindowsLineEndsAreDropped() throws IOException {
    Path a = file("a", "\uFEFFone\r\n\uFEFFtwo\r\r\n\r\n");
    Path b = file("b", "\uFEFFthree\r");
    Path c = file("c", "1\n2\n3\n4");
    ParallelText text = ParallelText.read(new ParallelFiles(List.of(a, b), List.of(c)));
    assertThat(text.sources()).containsExactly("one", "\uFEFFtwo\r", "", "three");
  }

  @Test
  void everythingElseStaysAsItIs() throws IOException {
    Path a = file("a", "a\u0000b\u2028c\u0085d\rd\n  \n\n");
    Path b = file("b", "1\n2\n3\n");
    ParallelText text = ParallelText.read(ParallelFiles.of(a, b));
    assertThat(text.sources()).containsExactly("a\u0000b\u2028c\u0085d\rd", "  ", "");
    assertThat(text.size()).isEqualTo(3);
  }

  @Test
  void linesAreNumberedThroughAllFiles() throws IOException {
    Path a = file("a", "1\n2\n");
    Path b = file("b", "");
    Path c = file("c", "3");
    try (ParallelReader reader = new ParallelFiles(List.of(a, b, c), List.of(b, c, a, b)).open()) {
      assertThat(reader.next()).isEqualTo(new LinePair(1, "1", "3"));
      assertThat(reader.next()).isEqualTo(new LinePair(2, "2", "1"));
      assertThat(reader.next()).isEqualTo(new LinePair(3, "3", "2"));
      assertThat(reader.next()).isNull();
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void eitherSideMayBeTheShorterOne() throws IOException {
    Path two = file("two", "1\n2\n");
    Path five = file("five", "1\n2\n3\n4\n5");
    for (boolean swapped : new boolean[] {false, true}) {
      try (ParallelReader reader =
          (swapped ? ParallelFiles.of(five, two) : ParallelFiles.of(two, five)).open()) {
        assertThat(reader.next()).isNotNull();
        assertThat(reader.next()).isNotNull();
        assertThatThrownBy(reader::next)
            .isInstanceOf(InputException.class)
            .hasMessageContaining(two + " has 2")
            .hasMessageContaining(five + " has 5");
      }
    }
  }

  @Test
  void sidesOfDifferentLengthAreNamedWithTheirLengths() throws IOException {
    Path a = file("a", "1\n2\n3\n");
    Path b = file("b", "1\n");
    assertThatThrownBy(() -> ParallelText.read(new ParallelFiles(List.of(a, b), List.of(b))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "source and target must have the same number of lines: "
                + (a + " + " + b + " has 4, " + b + " has 1"));
  }

  @Test
  void anEmptyCorpusIsRejected() throws IOException {
    Path empty = file("a", "");
    assertThatThrownBy(() -> ParallelText.read(ParallelFiles.of(empty, empty)))
        .isInstanceOf(InputException.class)
        .hasMessage(empty + ": has no lines");
  }

  @Test
  void bytesThatAreNotUtf8NameFileAndLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("good\nb".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xe9);
    Path bad = Files.write(folder.resolve("bad"), bytes.toByteArray());
    assertThatThrownBy(() -> ParallelText.read(ParallelFiles.of(bad, bad)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(bad + ":2: not UTF-8 at byte 6");
  }

  @Test
  void aMissingFileIsNamed() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> ParallelText.read(ParallelFiles.of(none, none)))
        .isInstanceOf(InputException.class)
        .hasMessage(none + ": no such file");
  }

  @Test
  void aSideNeedsAFile() {
    assertThatThrownBy(() -> new ParallelFiles(List.of(), List.of(folder)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("source: must not be empty");
  }

  @Test
  void textsOfDifferentLengthAreNoParallelText() {
    assertThatThrownBy(() -> new ParallelText(List.of("a"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 source lines, 0 target lines");
  }

  @Property(tries = 200)
  void anyLinesAreReadBack(@ForAll("lines") List<String> lines) throws IOException {
    Path file = Files.createTempFile("lines", ".txt");
    try {
      Files.writeString(file, String.join("\n", lines) + "\n");
      assertThat(ParallelText.read(ParallelFiles.of(file, file)).sources()).isEqualTo(lines);
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.strings()
        .all()
        .filter(
            line -> line.indexOf('\n') < 0 && !line.endsWith("\r") && !line.startsWith("\uFEFF"))
        .filter(line -> line.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000))
        .list()
        .ofMinSize(1);
  }
}
