package gloss.corpus.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.corpus.Card;
import gloss.corpus.Corpora;
import gloss.corpus.Corpus;
import gloss.text.LineReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cards of the project, read and tried on copies of the data. */
class OfficialCardsTest {
  private static final Path CORPORA = Path.of("corpora");

  @TempDir Path folder;

  /** The folder with copies, or the test is skipped. */
  private static Path shared(String name) {
    String shared = System.getenv("GLOSS_SHARED");
    assumeTrue(
        shared != null && Files.isDirectory(Path.of(shared, "data", name)),
        "skipped: GLOSS_SHARED has no data/" + name);
    return Path.of(String.valueOf(shared), "data", name);
  }

  private Corpus copy(String name) throws IOException {
    Path corpus = Files.createDirectory(folder.resolve(name));
    Files.copy(CORPORA.resolve(name).resolve(Card.FILE), corpus.resolve(Card.FILE));
    return Corpus.load(corpus);
  }

  @Test
  void everyCardIsReadAndNamedAsItsFolder() throws IOException {
    Corpora corpora = new Corpora(CORPORA);
    assertThat(corpora.names())
        .contains(
            "aeslc",
            "fashion-mnist",
            "multi30k-en-cs",
            "multi30k-en-de",
            "multi30k-en-fr",
            "phrasebook-en-fr",
            "sumpubmed");
    for (String name : corpora.names()) {
      assertThat(corpora.find(name).card().name()).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "multi30k-en-de, multi30k-ende, 10",
    "aeslc, aeslc, 3",
    "fashion-mnist, fashion-mnist, 4",
    "sumpubmed, sumpubmed-7k, 3"
  })
  void copiesHaveTheChecksumsAndCountsOfTheCard(String name, String copies, int files)
      throws IOException {
    Path data = shared(copies);
    Corpus corpus = copy(name);
    assertThat(new Fetcher(new Folder(data)).fetch(corpus)).hasSize(files);
    corpus.card().verify();
  }

  /** Rebuilds the archive of AESLC from the copies, and makes the copies from it again. */
  @Test
  void theArchiveOfAeslcBecomesTheFilesOfItsCard() throws IOException {
    Path data = shared("aeslc");
    Corpus corpus = copy("aeslc");
    Path archives = Files.createDirectory(folder.resolve("archives"));
    Delivery delivery =
        Delivery.of(corpus.card().fetch().orElseThrow(), corpus.card().files()).get(0);
    try (OutputStream out = Files.newOutputStream(archives.resolve(delivery.name()));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String split : new String[] {"test", "train", "dev"}) {
        for (String line : LineReader.readAll(data.resolve(split + ".jsonl.gz"))) {
          JsonObject record = JsonParser.parseString(line).getAsJsonObject();
          String id = record.get("id").getAsString();
          zip.putNextEntry(
              new ZipEntry("AESLC-7afc/enron_subject_line/" + split + "/" + id + ".subject"));
          zip.write(text(record).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    assertThat(new Fetcher(new Folder(archives)).fetch(corpus)).hasSize(3);
    corpus.card().verify();
  }

  private static String text(JsonObject record) {
    StringBuilder text = new StringBuilder();
    for (String field : record.keySet()) {
      if (!field.equals("id")) {
        text.append(field.equals("body") ? "" : "\n\n@" + field + "\n");
        text.append(record.get(field).getAsString());
      }
    }
    return text.toString();
  }
}
