package gloss.corpus.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gloss.corpus.CheckedFile;
import gloss.corpus.Corpus;
import gloss.corpus.archive.Tars;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetcherTest {
  private static final byte[] EN = random(200_000, 1);
  private static final byte[] DE = random(50_000, 2);
  private static final Patience SHORT = new Patience(Duration.ofMillis(400), 100, Duration.ZERO, 5);

  @TempDir Path folder;
  private final List<String> given = new ArrayList<>();
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer().on("/train.de", LoopbackServer.good(DE));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static byte[] random(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private Corpus corpus(String fetch) throws IOException {
    return Fetching.corpus(folder.resolve("tiny"), fetch, EN, DE);
  }

  private Corpus corpus() throws IOException {
    return corpus(Fetching.from(server.address()));
  }

  private List<CheckedFile> fetch(Corpus corpus) throws IOException {
    TransferListener listener =
        new TransferListener() {
          @Override
          public void transferred(String name, long bytes, long total) {
            assertThat(bytes <= total || total == -1).isTrue();
          }

          @Override
          public void failed(String reason) {
            given.add(reason);
          }
        };
    return new Fetcher(new Web(SHORT, listener)).fetch(corpus);
  }

  private void assertFetched(Corpus corpus) throws IOException {
    assertThat(corpus.folder().resolve("data/train.en")).hasBinaryContent(EN);
    assertThat(corpus.folder().resolve("data/train.de")).hasBinaryContent(DE);
    assertThat(Fetching.files(corpus.folder())).containsExactly("data/train.de", "data/train.en");
    assertThat(corpus.folder().resolve(".fetch")).doesNotExist();
  }

  private void assertFails(Corpus corpus, String... reasons) throws IOException {
    assertThatThrownBy(() -> fetch(corpus))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(reasons)
        .message()
        .doesNotContain("\n");
    assertThat(corpus.folder().resolve("data")).doesNotExist();
  }

  @Test
  void bringsWhatIsMissingAndNothingElse() throws IOException {
    server.on("/train.en", LoopbackServer.good(EN));
    Corpus corpus = corpus();
    assertThat(fetch(corpus)).hasSize(2);
    assertFetched(corpus);
    assertThat(fetch(corpus)).isEmpty();
    Files.writeString(corpus.folder().resolve("data/train.de"), "changed");
    assertThat(fetch(corpus)).extracting(CheckedFile::name).containsExactly("train.de");
    assertFetched(corpus);
    assertThat(server.requests()).containsExactly("/train.en@0", "/train.de@0", "/train.de@0");
  }

  @Test
  void aTransferThatIsCutGoesOnWhereItWas() throws IOException {
    server.on("/train.en", LoopbackServer.cutting(EN, 70_000));
    Corpus corpus = corpus();
    fetch(corpus);
    assertFetched(corpus);
    assertThat(server.requests())
        .containsExactly("/train.en@0", "/train.en@70000", "/train.en@140000", "/train.de@0");
  }

  @Test
  void soDoesTheNextFetchAfterAFailure() throws IOException {
    server.on(
        "/train.en",
        LoopbackServer.inTurn(
            LoopbackServer.cutting(EN, 70_000),
            LoopbackServer.status(503),
            LoopbackServer.good(EN)));
    Corpus corpus = corpus();
    assertFails(corpus, "train.en", "HTTP 503", "--from FOLDER");
    assertThat(Fetching.files(corpus.folder())).containsExactly(".fetch/train.en.part");
    fetch(corpus);
    assertFetched(corpus);
    assertThat(server.requests())
        .containsExactly("/train.en@0", "/train.en@70000", "/train.en@70000", "/train.de@0");
  }

  @Test
  void aFileThatCameWholeIsNotTransferredAgainAfterAnotherFailed() throws IOException {
    server.on("/train.en", LoopbackServer.good(EN));
    server.on(
        "/train.de", LoopbackServer.inTurn(LoopbackServer.status(500), LoopbackServer.good(DE)));
    Corpus corpus = corpus();
    assertFails(corpus, "HTTP 500");
    fetch(corpus);
    assertFetched(corpus);
    assertThat(server.requests()).containsExactly("/train.en@0", "/train.de@0", "/train.de@0");
  }

  @Test
  void aServerThatDoesNotKnowPartsSendsAll() throws IOException {
    server.on(
        "/train.en",
        LoopbackServer.inTurn(LoopbackServer.cutting(EN, 1000), LoopbackServer.withoutRanges(EN)));
    Corpus corpus = corpus();
    fetch(corpus);
    assertFetched(corpus);
  }

  @Test
  void aServerMayNotSayHowMuchComes() throws IOException {
    server.on("/train.en", LoopbackServer.withoutLength(EN));
    Corpus corpus = corpus();
    fetch(corpus);
    assertFetched(corpus);
  }

  @Test
  void aServerThatSendsAnotherPartThanAskedForIsRefused() throws IOException {
    server.on(
        "/train.en",
        LoopbackServer.inTurn(
            LoopbackServer.cutting(EN, 1000),
            LoopbackServer.ranges(EN, range -> "bytes 5-9/10", Integer.MAX_VALUE)));
    assertFails(corpus(), "sends another part than it was asked for: bytes 5-9/10");
  }

  @Test
  void whatIsHereAlreadyIsNotAskedFor() throws IOException {
    server.on("/train.en", LoopbackServer.good(EN));
    Corpus corpus = corpus();
    Path part = corpus.folder().resolve(".fetch/train.en.part");
    Files.createDirectories(corpus.folder().resolve(".fetch"));
    Files.write(part, EN);
    fetch(corpus);
    assertFetched(corpus);
    assertThat(server.requests()).containsExactly("/train.en@200000", "/train.de@0");
  }

  @Test
  void aBeginningThatIsWrongIsTransferredAgain() throws IOException {
    server.on("/train.en", LoopbackServer.good(EN));
    Corpus corpus = corpus();
    Files.createDirectories(corpus.folder().resolve(".fetch"));
    Files.write(corpus.folder().resolve(".fetch/train.en.part"), random(300, 3));
    fetch(corpus);
    assertFetched(corpus);
    assertThat(server.requests()).containsExactly("/train.en@300", "/train.en@0", "/train.de@0");
  }

  @Test
  void theSecondSourceIsUsedWhereTheFirstFails() throws IOException {
    byte[] wrong = EN.clone();
    wrong[100]++;
    server
        .on("/gone/train.de", LoopbackServer.good(DE))
        .on("/wrong/train.en", LoopbackServer.good(wrong))
        .on(
            "/cut/train.en",
            LoopbackServer.inTurn(LoopbackServer.cutting(EN, 1000), LoopbackServer.cutting(EN, 0)))
        .on("/stall/train.en", server.stalling(EN, 5000))
        .on("/good/train.en", LoopbackServer.good(EN));
    String at = server.address();
    Corpus corpus =
        corpus(
            Fetching.from(at + "gone/", at + "wrong/", at + "cut/", at + "stall/", at + "good/"));
    fetch(corpus);
    assertFetched(corpus);
    assertThat(given).hasSize(4);
    assertThat(given.get(0)).isEqualTo(at + "gone/train.en: HTTP 404");
    assertThat(given.get(1)).startsWith(at + "wrong/train.en: train.en has checksum ");
    assertThat(given.get(2)).isEqualTo(at + "cut/train.en: ends after 1000 of 200000 bytes");
    assertThat(given.get(3)).startsWith(at + "stall/train.en: no answer for ");
  }

  @Test
  void everySourceIsNamedWhereAllFail() throws IOException {
    server.on("/b/train.en", LoopbackServer.good(DE));
    String at = server.address();
    assertFails(
        corpus(Fetching.from(at, at + "b/", "http://127.0.0.1:1/")),
        "cannot fetch train.en: " + at + "train.en: HTTP 404",
        "b/train.en: train.en has checksum",
        "http://127.0.0.1:1/train.en: no connection");
  }

  @Test
  void aTrickleCountsAsSilence() throws IOException {
    server.on("/train.en", server.trickling(20));
    assertFails(corpus(), "train.en: only ", "bytes in ");
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() throws IOException {
    server.on("/train.en", server.stalling(EN, 0));
    assertFails(corpus(), "no answer for 0 s");
  }

  @Test
  void redirectionsAreFollowedButNotForEver() throws IOException {
    server
        .on("/a/train.en", LoopbackServer.redirect("/b/c"))
        .on("/b/c", LoopbackServer.good(EN))
        .on("/a/train.de", LoopbackServer.redirect(server.address() + "train.de"))
        .on("/loop/train.en", LoopbackServer.redirect("/loop/train.en"))
        .on("/file/train.en", LoopbackServer.redirect("file:///etc/passwd"));
    String at = server.address();
    Corpus corpus = corpus(Fetching.from(at + "loop/", at + "file/", at + "a/"));
    fetch(corpus);
    assertFetched(corpus);
    assertThat(given.get(0)).endsWith("points to ever other addresses");
    assertThat(given.get(1)).endsWith("points to file:///etc/passwd, which is not https");
  }

  @Test
  void compressedFilesAreUnpackedAndCheckedAfterwards() throws IOException {
    server
        .on("/train.en.gz", LoopbackServer.good(Tars.gzip(EN)))
        .on("/train.de.gz", LoopbackServer.good(Tars.gzip(DE)));
    Corpus corpus = corpus("{from: " + server.address() + ", gunzip: true}");
    fetch(corpus);
    assertFetched(corpus);
  }

  @Test
  void aDamagedGzipFileIsNoFile() throws IOException {
    byte[] gzip = Tars.gzip(EN);
    server.on("/cut/train.en.gz", LoopbackServer.good(Arrays.copyOf(gzip, gzip.length / 2)));
    server.on(
        "/page/train.en.gz", LoopbackServer.good("<html>Sign in".getBytes(StandardCharsets.UTF_8)));
    String at = server.address();
    Corpus corpus = corpus("{from: [" + at + "cut/, " + at + "page/], gunzip: true}");
    assertFails(
        corpus,
        "cut/train.en.gz: is no gzip file, or a damaged one",
        "page/train.en.gz: is no gzip file, or a damaged one");
  }

  @Test
  void aFolderTakesThePlaceOfTheAddresses() throws IOException {
    Corpus corpus = corpus(Fetching.from("http://127.0.0.1:1/"));
    Path copies = Files.createDirectory(folder.resolve("copies"));
    Files.write(copies.resolve("train.en"), EN);
    Files.write(copies.resolve("train.de.gz"), Tars.gzip(DE));
    assertThat(new Fetcher(new Folder(copies)).fetch(corpus)).hasSize(2);
    assertFetched(corpus);
    assertThat(Fetching.files(copies)).containsExactly("train.de.gz", "train.en");
  }

  @Test
  void aFolderWithoutAFileOrWithAnotherOneIsRefused() throws IOException {
    Corpus corpus = corpus(Fetching.from("http://127.0.0.1:1/"));
    Path copies = Files.createDirectory(folder.resolve("copies"));
    Fetcher fetcher = new Fetcher(new Folder(copies));
    Files.write(copies.resolve("train.en"), EN);
    assertThatThrownBy(() -> fetcher.fetch(corpus))
        .isInstanceOf(InputException.class)
        .hasMessage(copies + ": has no train.de, compressed (.gz) or not");
    Files.write(copies.resolve("train.de"), EN);
    assertThatThrownBy(() -> fetcher.fetch(corpus))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(copies.resolve("train.de") + ": train.de has checksum ");
    assertThat(corpus.folder().resolve("data")).doesNotExist();
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> new Fetcher(new Folder(none)).fetch(corpus))
        .isInstanceOf(InputException.class)
        .hasMessage(none + ": no such folder");
  }

  @Test
  void aCorpusIsFetchedByOneProcessAtATime() throws IOException {
    Corpus corpus = corpus();
    try (Staging other = Staging.open(corpus.folder())) {
      assertThat(other.missing(corpus.card().files())).hasSize(2);
      assertThatThrownBy(() -> fetch(corpus))
          .isInstanceOf(InputException.class)
          .hasMessage(corpus.folder() + ": is being fetched by another process; wait for it");
    }
  }

  @Test
  void filesOutsideOfTheCorpusAreNotWritten() throws IOException {
    Corpus good = corpus();
    Path card = good.folder().resolve("corpus.yaml");
    Files.writeString(card, Files.readString(card).replace("data/train.en", "../train.en"));
    Corpus corpus = Corpus.load(good.folder());
    assertThatThrownBy(() -> fetch(corpus))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("lies outside of the corpus, " + good.folder());
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Corpus corpus = corpus();
    Files.writeString(corpus.folder().resolve(".fetch"), "in the way");
    assertThatThrownBy(() -> fetch(corpus))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(".fetch");
  }

  @Test
  void theDataMayLieOnAnotherDisk() throws IOException {
    Path memory = Path.of("/dev/shm");
    assumeTrue(
        Files.isDirectory(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)),
        "skipped: there is no second disk");
    server.on("/train.en", LoopbackServer.good(EN));
    Corpus corpus = corpus();
    Path data = Files.createTempDirectory(memory, "data");
    try {
      Files.createSymbolicLink(corpus.folder().resolve("data"), data);
      fetch(corpus);
      assertThat(data.resolve("train.en")).hasBinaryContent(EN);
      assertThat(corpus.folder().resolve(".fetch")).doesNotExist();
    } finally {
      Files.deleteIfExists(data.resolve("train.en"));
      Files.deleteIfExists(data.resolve("train.de"));
      Files.delete(data);
    }
  }

  @Test
  void aCardWithoutAddressesHasNothingToFetch() throws IOException {
    Corpus corpus = corpus("");
    assertThatThrownBy(() -> fetch(corpus))
        .isInstanceOf(InputException.class)
        .hasMessage("tiny: its card has no 'fetch'; nothing to fetch");
  }
}
