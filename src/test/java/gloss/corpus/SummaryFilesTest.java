package gloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import gloss.text.InputException;
import gloss.yaml.InvalidValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryFilesTest {
  private static final JsonLinesFormat FIELDS =
      new JsonLinesFormat("body", "subject", List.of("a", "b"));

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<SummarizedText> records(String text) throws IOException {
    return SummaryFiles.ofRecords(List.of(file("x.jsonl", text))).read(FIELDS);
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> records(text))
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("x.jsonl") + message);
  }

  @Test
  void recordsOfSeveralFilesPlainOrCompressed() throws IOException {
    Path zipped = folder.resolve("y.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(
          "{\"body\":\"B\",\"subject\":\"s\",\"a\":\"t\",\"b\":\"u\"}\r\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    Path plain = file("x.jsonl", "\uFEFF{\"id\": 7, \"body\": \"A\\nC\", \"subject\": \"r\"}");
    List<SummarizedText> texts = SummaryFiles.ofRecords(List.of(plain, zipped)).read(FIELDS);
    assertThat(texts)
        .containsExactly(
            new SummarizedText(1, plain + ":1", "A\nC", List.of("r")),
            new SummarizedText(2, zipped + ":1", "B", List.of("s", "t", "u")));
  }

  @Test
  void listsAreSentencesOrSummariesByDifferentPeople() throws IOException {
    assertThat(records("{\"body\": [\"A.\", \"B.\"], \"subject\": [\"r\", \"s\"]}"))
        .containsExactly(
            new SummarizedText(1, folder.resolve("x.jsonl") + ":1", "A.\nB.", List.of("r", "s")));
  }

  @Test
  void malformedRecordsAreNamedByTheirLine() {
    String good = "{\"body\": \"A\", \"subject\": \"r\"}\n";
    for (String bad :
        new String[] {"{\"body\": \"A\", ", "[]", "x", "", "{body: 1}", good.strip() + "}"}) {
      assertRefused(good + bad + "\n" + good, ":2: is no JSON object");
    }
  }

  @Test
  void aMissingFieldIsSaidWithThoseThatAreThere() {
    assertRefused(
        "{\"id\": \"1\", \"bodi\": \"A\", \"subject\": \"r\"}",
        ":1: has no field 'body'; it has id, bodi, subject");
    assertRefused(
        "{\"body\": \"A\", \"subject\": null}", ":1: has no field 'subject'; it has body");
    assertRefused("{}", ":1: has no field 'body'; it has none");
  }

  @Test
  void aFieldThatIsNoTextIsRefused() {
    assertRefused(
        "{\"body\": 5, \"subject\": \"r\"}",
        ":1: the field 'body' is neither a text nor a list of texts");
    assertRefused(
        "{\"body\": [\"a\", {}], \"subject\": \"r\"}",
        ":1: the field 'body' is neither a text nor a list of texts");
  }

  @Test
  void emptyTextsAndSummariesAreRefused() {
    assertRefused("{\"body\": \" \\n\", \"subject\": \"r\"}", ":1: the text is empty");
    assertRefused("{\"body\": [], \"subject\": \"r\"}", ":1: the text is empty");
    assertRefused("{\"body\": \"A\", \"subject\": \"\"}", ":1: the summary is empty");
    assertRefused("{\"body\": \"A\", \"subject\": []}", ":1: the list 'subject' is empty");
    assertRefused(
        "{\"body\": \"A\", \"subject\": \"r\", \"a\": \"s\", \"b\": \"\"}",
        ":1: reference 3 is empty");
    assertRefused("", ": holds no texts");
  }

  @Test
  void theWrongNumberOfReferencesIsRefused() {
    assertRefused(
        "{\"body\": \"A\", \"subject\": \"r\", \"a\": \"s\"}",
        ":1: wrong number of references: has 'a', but no 'b'; a record needs all of them, or none");
  }

  @Test
  void linesWithSeveralReferences() throws IOException {
    SummaryFiles files =
        new SummaryFiles(
            List.of(),
            List.of(file("t1", "A\n"), file("t2", "B\n")),
            List.of(file("s", "r\ns\n")),
            List.of(file("u", "t\nu\n")));
    assertThat(files.read(FIELDS))
        .containsExactly(
            new SummarizedText(1, folder.resolve("t1") + ":1", "A", List.of("r", "t")),
            new SummarizedText(2, folder.resolve("t2") + ":1", "B", List.of("s", "u")));
    assertThat(files.checksums()).hasSize(4);
  }

  @Test
  void linesMustBeAsMany() throws IOException {
    Path texts = file("t", "A\nB\nC\n");
    Path one = file("s", "r\ns\nt\n");
    Path two = file("u", "t\nu\n");
    SummaryFiles files = new SummaryFiles(List.of(), List.of(texts), List.of(one), List.of(two));
    assertThatThrownBy(() -> files.read(FIELDS))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "texts and summaries must have the same number of lines: %s has 3, %s has 2"
                .formatted(texts, two));
  }

  @Test
  void anEmptyLineIsNoText() throws IOException {
    SummaryFiles files =
        new SummaryFiles(
            List.of(), List.of(file("t", "A\n\n")), List.of(file("s", "r\ns\n")), List.of());
    assertThatThrownBy(() -> files.read(FIELDS))
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("t") + ":2: the text is empty");
  }

  @Test
  void filesAreRecordsOrLinesAndNotBoth() {
    List<Path> some = List.of(Path.of("x"));
    assertThatThrownBy(() -> new SummaryFiles(some, some, List.of(), List.of()))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new SummaryFiles(List.of(), some, List.of(), List.of()))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new SummaryFiles(List.of(), List.of(), List.of(), List.of()))
        .isInstanceOf(InvalidValue.class);
  }

  @Property(tries = 200)
  void anyTextComesThrough(@ForAll String text, @ForAll String field) {
    JsonObject object = new JsonObject();
    object.addProperty(field, text);
    assertThat(JsonRecord.parse(object.toString(), "here").text(field)).isEqualTo(text);
  }
}
