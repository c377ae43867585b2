package gloss.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.task.ShortlistMaker;
import gloss.task.TinyCorpus;
import gloss.task.TranslationOutput;
import gloss.task.TranslationResult;
import gloss.text.InputException;
import gloss.yaml.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public API, with a model that has learned a little. */
class TranslatorTest {
  private static final List<String> LINES =
      List.of(
          "one.",
          "",
          "seven two.",
          "ten nine eight three.",
          " \t ",
          "four four four four.",
          "nobody taught it this word",
          "six.");

  @TempDir private static Path folder;
  private static Translator translator;

  @BeforeAll
  static void train() throws IOException {
    Path model =
        TinyCorpus.train(folder, "training.until=[60 steps]", "training.validate.every=60 steps");
    new ShortlistMaker(20, 1000).write(model);
    translator = Translator.load(model);
  }

  @AfterAll
  static void close() {
    translator.close();
  }

  @Test
  void aLineComesOutForEachThatGoesIn() {
    List<String> translations = translator.translate(LINES);
    assertThat(translations).hasSameSizeAs(LINES);
    assertThat(translations.get(1)).isEmpty();
    assertThat(translations.get(4)).isEmpty();
    assertThat(translations).noneMatch(line -> line.contains("\n"));
    assertThat(translations.get(0)).isNotEmpty();
    assertThat(translator.translate(List.of())).isEmpty();
  }

  @Test
  void aTranslationDoesNotDependOnItsNeighbours() {
    for (int beam : new int[] {1, 4}) {
      Translator searching = translator.with(translator.options().withBeam(beam));
      List<String> together = searching.translate(LINES);
      for (int i = 0; i < LINES.size(); i++) {
        assertThat(searching.translate(LINES.get(i))).isEqualTo(together.get(i));
      }
    }
  }

  @Test
  void severalThreadsTranslateAsOne() throws InterruptedException, ExecutionException {
    List<String> expected = translator.translate(LINES);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<String>>> results = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        results.add(threads.submit(() -> translator.translate(LINES)));
      }
      for (Future<List<String>> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void oddLinesDoNoHarm() {
    List<String> odd =
        List.of(
            "\u0000",
            "one\u2028two",
            "\u2028",
            "\uFEFF",
            "a\rb",
            "\uD83D\uDE00",
            "one ".repeat(400));
    assertThat(translator.translate(odd)).hasSize(odd.size());
    // Half a surrogate pair is no text: it must be refused, not guessed.
    assertThatThrownBy(() -> translator.translate("\uD83D")).isInstanceOf(InputException.class);
  }

  private static Translator with(String... settings) {
    return translator.with(
        translator
            .options()
            .with(Arrays.stream(settings).map(s -> Setting.parse(s, "--set")).toList()));
  }

  private static List<TranslationResult> results(Translator searching, List<String> lines) {
    return searching.results(lines.stream().map(searching::request).toList());
  }

  /** The same in batches of any size and in another order; greedy and with a beam. */
  @Test
  void theResultDoesNotDependOnTheBatch() {
    List<String> lines = new ArrayList<>();
    Random random = new Random(3);
    List<String> words = List.of("one", "two", "seven", "ten", "nobody", "xyz");
    for (int i = 0; i < 128; i++) {
      StringBuilder line = new StringBuilder();
      for (int word = 0; word <= random.nextInt(9); word++) {
        line.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      lines.add(line.toString().strip());
    }
    for (Translator searching :
        List.of(
            with("search.beam=1"),
            with("search.beam=4"),
            with("search.beam=1", "shortlist={best: 3, frequent: 5}"),
            with("search.beam=4", "shortlist={best: 3, frequent: 5}"))) {
      List<TranslationResult> together = results(searching, lines);
      for (int size : new int[] {1, 2, 3, 7, 16, 64, 127}) {
        List<TranslationResult> parts = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += size) {
          parts.addAll(
              results(searching, lines.subList(from, Math.min(lines.size(), from + size))));
        }
        assertSame(parts, together);
      }
      List<String> backwards = new ArrayList<>(lines);
      Collections.reverse(backwards);
      List<TranslationResult> reversed = new ArrayList<>(results(searching, backwards));
      Collections.reverse(reversed);
      assertSame(reversed, together);
    }
  }

  private static void assertSame(List<TranslationResult> found, List<TranslationResult> expected) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).best().text()).isEqualTo(expected.get(i).best().text());
      assertThat(found.get(i).best().score())
          .isCloseTo(expected.get(i).best().score(), within(1e-5));
    }
  }

  @Test
  void theNBestAreDifferentAndRanked() {
    for (TranslationResult result : results(with("search.beam=4", "output.n-best=4"), LINES)) {
      assertThat(result.outputs()).isNotEmpty().hasSizeLessThanOrEqualTo(4);
      assertThat(result.outputs())
          .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
      for (TranslationOutput output : result.outputs()) {
        assertThat(output.tokens()).hasSameSizeAs(output.logProbabilities());
      }
    }
  }

  /** One model twice is that model. */
  @Test
  void anEnsembleOfOneAndTheSameModelAgreesWithIt() throws IOException {
    Path model = folder.resolve("model");
    try (Translator twice = Translator.load(List.of(model, model))) {
      List<TranslationResult> expected = results(translator, LINES);
      assertSame(results(twice, LINES), expected);
    }
  }

  @Test
  void modelsWithOtherSubwordsDoNotTranslateTogether() throws IOException {
    Path other = folder.resolve("other");
    Path trained =
        TinyCorpus.train(
            other,
            "subwords.merges=20",
            "training.until=[2 steps]",
            "training.validate.every=2 steps");
    assertThatThrownBy(() -> Translator.load(List.of(folder.resolve("model"), trained)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("have different subwords");
  }

  /** What the search found is forced: the score must be the search's own. */
  @Test
  void aForcedTranslationHasTheScoreThatTheSearchGaveIt() {
    List<String> lines = List.of("one.", "seven two.", "ten nine eight three.");
    List<TranslationResult> found = results(translator, lines);
    List<String> texts = found.stream().map(result -> result.best().text()).toList();
    List<TranslationOutput> forced = translator.score(lines, texts);
    int compared = 0;
    for (int i = 0; i < lines.size(); i++) {
      TranslationOutput output = found.get(i).best();
      // A text can be cut into subwords in other ways than the search has written it.
      if (forced.get(i).tokens().equals(output.tokens())) {
        compared++;
        assertThat(forced.get(i).logProbability()).isCloseTo(output.logProbability(), within(1e-5));
        assertThat(forced.get(i).score()).isCloseTo(output.score(), within(1e-5));
      }
    }
    assertThat(compared).isPositive();
    assertThatThrownBy(() -> translator.score(lines, List.of("un.")))
        .isInstanceOf(InputException.class)
        .hasMessage("there are 3 lines to be translated, but 1 translations to be scored");
  }

  @Test
  void wordsAreWantedAndNotWanted() {
    List<String> line = List.of("seven two four.");
    TranslationOutput plain = results(translator, line).get(0).best();
    String first = plain.text().split("[ .]")[0];
    TranslationOutput without = results(with("words.must-not=" + first), line).get(0).best();
    assertThat(without.text()).doesNotStartWith(first);
    TranslationOutput with = results(with("words.must=[huit, dix]"), line).get(0).best();
    assertThat(with.unmet()).isEmpty();
    assertThat(with.text()).contains("huit").contains("dix");
    TranslationOutput begun = results(with("words.prefix=neuf"), line).get(0).best();
    assertThat(begun.text()).startsWith("neuf");
  }

  @Test
  void whatCannotBeMetIsTold() {
    TranslationOutput output =
        results(
                with("words.must=neuf", "length.max-ratio=0", "length.max-extra=1"),
                List.of("one."))
            .get(0)
            .best();
    assertThat(output.unmet()).isNotEmpty();
  }

  @Test
  void samplesDependOnTheSeedAndTheLineAlone() {
    String[] settings = {"search={type: sampling, seed: 5}", "output.n-best=8"};
    List<TranslationResult> drawn = results(with(settings), LINES);
    assertThat(drawn.get(3).outputs().stream().map(TranslationOutput::text).distinct().count())
        .isGreaterThan(1);
    for (int i = 0; i < LINES.size(); i++) {
      List<String> alone = texts(results(with(settings), List.of(LINES.get(i))).get(0));
      assertThat(alone).isEqualTo(texts(drawn.get(i)));
    }
  }

  private static List<String> texts(TranslationResult result) {
    return result.outputs().stream().map(TranslationOutput::text).toList();
  }

  @Test
  void theLeastRiskIsRunOverDrawnCandidatesAndOverABeam() {
    for (String from : List.of("sampling", "beam")) {
      Translator searching =
          with("search={type: mbr, metric: bleu, candidates: 6, from: " + from + "}");
      for (TranslationResult result : results(searching, LINES)) {
        assertThat(result.best().score()).isBetween(0.0, 100.0000001);
      }
    }
    assertThatThrownBy(() -> results(with("search={type: mbr, metric: blue}"), LINES))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bleu");
  }

  @Test
  void alignmentsLinkEachTargetWord() {
    TranslationOutput output =
        results(with("output.alignments=true"), List.of("seven two four.")).get(0).best();
    assertThat(output.alignment().links()).hasSize(output.text().split(" ").length);
    assertThat(output.alignment().links())
        .allMatch(link -> link.source() >= 0 && link.source() < 3);
  }

  @Test
  void coverageAndOtherPenaltiesChangeScoresAndNotLogProbabilities() {
    Translator covered =
        with("repetition.coverage=0.5", "length.penalty={type: gnmt}", "search.stop=optimal");
    for (TranslationResult result : results(covered, List.of("ten nine.", "one."))) {
      assertThat(result.best().logProbability()).isNegative();
      assertThat(result.best().score()).isNegative();
    }
  }

  @Test
  void aStreamIsTranslatedAsItIsAskedFor() {
    List<String> read = new ArrayList<>();
    Stream<String> endless = Stream.iterate(0, i -> i + 1).map(i -> "one.").peek(read::add);
    try (Stream<String> translated = translator.translate(endless)) {
      assertThat(translated.limit(20)).hasSize(20).allMatch(line -> !line.isEmpty());
    }
    assertThat(read.size()).isLessThan(200);
  }

  @Test
  void whatIsNoWordStaysAsItIs() {
    String noWord = "x".repeat(100_000);
    TranslationOutput output = results(translator, List.of("one " + noWord)).get(0).best();
    assertThat(output.text()).endsWith(" " + noWord);
    assertThat(output.unmet()).hasSize(1).first().asString().startsWith("has 100000 letters");
  }

  @Test
  void aShortlistKeepsOthersOutButForWhatIsWanted() {
    Translator few = with("shortlist={best: 1, frequent: 1}");
    List<String> neither = few.results(List.of(few.request("one two."))).get(0).best().tokens();
    assertThat(neither.stream().distinct().count()).isLessThanOrEqualTo(20);
    assertThat(
            with("shortlist={best: 1, frequent: 1}", "words={must: [huit], prefix: Neuf}")
                .translate("one two."))
        .startsWith("Neuf")
        .contains("huit");
  }

  @Test
  void whatIsNoModelIsRefused() {
    assertThatThrownBy(() -> Translator.load(folder.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("no such folder");
  }
}
