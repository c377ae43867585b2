package gloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTest {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String CARD =
      """
      name: tiny
      description: Three letters.
      licence: CC0-1.0
      made: by hand
      languages: [en, fr]
      splits:
        train:
          count: 2
          files:
            en: [{path: a.en, sha256: SUM}, {path: a.en, sha256: SUM}]
            fr: [{path: a.en, sha256: SUM}, {path: a.fr, sha256: SUM}]
        test:
          count: 1
          files:
            en: {path: a.en, sha256: SUM}
            fr: {path: a.fr, sha256: SUM}
      """
          .replace("SUM", ABC);

  @TempDir Path folder;

  @BeforeEach
  void writeCorpus() throws IOException {
    Files.writeString(folder.resolve("a.en"), "abc");
    Files.writeString(folder.resolve("a.fr"), "abc");
    Files.writeString(folder.resolve("corpus.yaml"), CARD);
  }

  @Test
  void isReadFromItsFolderOrItsFile() throws IOException {
    Card card = Card.load(folder);
    assertThat(card).isEqualTo(Card.load(folder.resolve("corpus.yaml")));
    assertThat(card.name()).isEqualTo("tiny");
    assertThat(card.languages()).containsExactly("en", "fr");
    assertThat(card.splits().keySet()).containsExactly("train", "test");
    card.verify();
  }

  @Test
  void namesTheFilesOfASplit() throws IOException {
    Path en = folder.resolve("a.en");
    Path fr = folder.resolve("a.fr");
    Card card = Card.load(folder);
    assertThat(card.parallel("test", "fr", "en")).isEqualTo(ParallelFiles.of(fr, en));
    assertThat(card.parallel("train", "en", "fr"))
        .isEqualTo(new ParallelFiles(List.of(en, en), List.of(en, fr)));
  }

  @Test
  void whatItDoesNotHaveIsNamed() throws IOException {
    Card card = Card.load(folder);
    assertThatThrownBy(() -> card.split("tset"))
        .isInstanceOf(InputException.class)
        .hasMessage("tiny: no split 'tset'; did you mean 'test'?");
    assertThatThrownBy(() -> card.parallel("test", "en", "xyz"))
        .isInstanceOf(InputException.class)
        .hasMessage("tiny: split 'test' has no language 'xyz'; known: en, fr");
  }

  @Test
  void aChangedFileIsNamedWithBothChecksums() throws IOException {
    Path file = Files.writeString(folder.resolve("a.fr"), "");
    Card card = Card.load(folder);
    assertThatThrownBy(card::verify)
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ": checksum is e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855,"
                + (" its card says " + ABC + "; make or fetch the corpus again"));
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("a.fr"));
    Card card = Card.load(folder);
    assertThatThrownBy(card::verify)
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("a.fr") + ": no such file");
  }

  @Test
  void aWrongNumberOfLinesIsFound() throws IOException {
    Files.writeString(folder.resolve("corpus.yaml"), CARD.replace("count: 1", "count: 7"));
    Card card = Card.load(folder);
    card.verify("train");
    assertThatThrownBy(card::verify)
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("a.en") + ": 1 lines of 'en', the card says 7");
  }

  @Test
  void aFolderWithoutACardIsNoCorpus() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> Card.load(none))
        .isInstanceOf(InputException.class)
        .hasMessage(none + ": no such corpus; a corpus is a folder with a corpus.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name: tiny     | name: ''       | 1: name: must not be empty",
        "licence        | license        | 3: license: unknown key; did you mean 'licence'?",
        "[en, fr]       | []             | 5: languages: must not be empty",
        "[en, fr]       | [en]           | 11: splits.train.files.fr: is none of the languages en",
        "count: 1       | count: 0       | 13: splits.test.count: must be at least 1, is 0",
        "count: 1       | number: 1      | 13: splits.test.number: unknown key; known: count,"
            + " files",
        "path: a.fr, sha256: ba | path: a.fr, sha256: BA | 11: splits.train.files.fr.2.sha256: must"
            + " be 64 hexadecimal digits in lower case, is"
            + " 'BA7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'",
      })
  void aMistakeNamesItsLineAndItsKey(String good, String bad, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("corpus.yaml"), CARD.replace(good, bad));
    assertThatThrownBy(() -> Card.load(folder))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ":" + message);
  }

  private static final String FETCHED = "fetch: {from: http://127.0.0.1:1/x/}\nlanguages: [en, fr]";

  @Test
  void aCorpusThatIsNotFetchedSaysHow() throws IOException {
    Path file = folder.resolve("corpus.yaml");
    Files.writeString(
        file,
        CARD.replace("languages: [en, fr]", FETCHED)
            .replaceAll("(?s)en: \\[.*?\\]\n.*?\\]\n", "en: {path: a.en, sha256: " + ABC + "}\n")
            .replaceAll("(?s)  test:.*", ""));
    Files.delete(folder.resolve("a.en"));
    Card card = Card.load(folder);
    assertThat(card.isComplete()).isFalse();
    assertThatThrownBy(() -> card.verify("train"))
        .isInstanceOf(InputException.class)
        .hasMessage("the corpus tiny is not fetched yet; fetch it with: gloss corpora fetch tiny");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{from: ftp://x/}            | 5: fetch.from: must be an address that begins with https://"
            + " or http://, is 'ftp://x/'",
        "{from: https://x/a}         | 5: fetch.from: must end with /, is 'https://x/a'",
        "{from: []}                  | 5: fetch.from: must not be empty",
        "{as: zip, from: https://x/} | 5: fetch.as: unknown name 'zip'; known: files, archive,"
            + " copies",
        "{from: https://x/}          | 5: fetch: needs files of different names",
        "{as: archive, from: https://x/a.zip, make: {}} | 5: fetch.make: must not be empty",
      })
  void aMistakeInFetchNamesItsLineAndItsKey(String fetch, String message) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("corpus.yaml"),
            CARD.replace("languages:", "fetch: " + fetch + "\nlanguages:")
                .replace(
                    "{path: a.fr, sha256: " + ABC + "}]", "{path: b/a.en, sha256: " + ABC + "}]"));
    assertThatThrownBy(() -> Card.load(folder))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ":" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: jsonl, source: a, target: b} | 7: splits.train.files.en: is none of the parts"
            + " records",
        "{type: idx, classes: [x, y]} | 7: splits.train.files.en: is none of the parts images,"
            + " labels",
        "{type: idx, classes: [x]}    | 5: format.classes: there must be at least two",
        "{type: jsonl, source: a}     | 5: format.target: missing; it says: field that is written",
        "{type: text}                 | 5: format.type: unknown name 'text'; known: lines, jsonl,"
            + " idx",
      })
  void aMistakeInFormatNamesItsLineAndItsKey(String format, String message) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("corpus.yaml"),
            CARD.replace("languages:", "format: " + format + "\nlanguages:"));
    assertThatThrownBy(() -> Card.load(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message.substring(message.indexOf(' ')))
        .hasMessageStartingWith(file + ":");
  }

  @Test
  void aFileHasOneChecksum() throws IOException {
    String md5 = "900150983cd24fb0d6963f7d28e17f72";
    Path file = folder.resolve("corpus.yaml");
    Files.writeString(file, CARD.replace("a.fr, sha256: " + ABC, "a.fr, md5: " + md5));
    Card.load(folder).verify();
    Files.writeString(folder.resolve("a.fr"), "abd");
    assertThatThrownBy(Card.load(folder)::verify)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("its card says " + md5);
    Files.writeString(file, CARD.replace("a.fr, sha256: " + ABC, "a.fr"));
    assertThatThrownBy(() -> Card.load(folder)).hasMessageContaining("sha256: missing");
    Files.writeString(file, CARD.replace("a.fr, s", "a.fr, md5: " + md5 + ", s"));
    assertThatThrownBy(() -> Card.load(folder))
        .hasMessageContaining("md5: remove it: there is a sha256");
  }
}
