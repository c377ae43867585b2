package gloss.pipeline.corenlp;

import static gloss.pipeline.corenlp.Pipelines.sentences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import gloss.pipeline.Scorer;
import gloss.pipeline.Translator;
import gloss.task.TinyCorpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The annotators in CoreNLP's own pipelines and in its server. */
@Timeout(120)
class AnnotatorsTest {
  private static final String TEXT = "  One two.\nMr. Seven has ten!  Four? ";

  @TempDir private static Path folder;
  private static Path model;
  private static Translator translator;

  @BeforeAll
  static void train() throws IOException {
    model =
        TinyCorpus.train(folder, "training.until=[60 steps]", "training.validate.every=60 steps");
    translator = Translator.load(model);
  }

  @AfterAll
  static void close() {
    translator.close();
    StanfordCoreNLP.clearAnnotatorPool();
  }

  private static Properties properties(String annotators, String... others) {
    Properties properties = Pipelines.properties(annotators, others);
    properties.putIfAbsent("translate.model", model.toString());
    return properties;
  }

  private static List<String> translations(Annotation document) {
    return sentences(document).stream()
        .map(s -> s.get(GlossAnnotations.Translation.class))
        .toList();
  }

  @Test
  void eachSentenceHasItsTranslationAndKeepsItsPlace() {
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties("tokenize,ssplit,translate"));
    Annotation document = pipeline.process(TEXT);
    assertThat(sentences(document))
        .extracting(s -> Pipelines.text(document, s))
        .containsExactly("One two.", "Mr. Seven has ten!", "Four?");
    List<String> expected =
        translator.translate(List.of("One two.", "Mr. Seven has ten!", "Four?"));
    assertThat(translations(document)).isEqualTo(expected);
    assertThat(document.get(GlossAnnotations.Translation.class))
        .isEqualTo("  %s\n%s  %s ".formatted(expected.toArray()));
    assertThat(sentences(document))
        .allMatch(s -> s.get(GlossAnnotations.TranslationScore.class) < 0);
    assertThat(translations(pipeline.process(""))).isEmpty();
  }

  @Test
  void propertiesChooseHowItIsSearched() {
    Annotation document =
        new StanfordCoreNLP(
                properties(
                    "tokenize,ssplit,translate",
                    "translate.beam",
                    "3",
                    "translate.n-best",
                    "3",
                    "translate.alignments",
                    "true",
                    "translate.decoding.length.max-ratio",
                    "3"))
            .process(TEXT);
    for (CoreMap sentence : sentences(document)) {
      assertThat(sentence.get(GlossAnnotations.Translations.class))
          .hasSizeBetween(1, 3)
          .startsWith(sentence.get(GlossAnnotations.Translation.class));
      assertThat(sentence.get(GlossAnnotations.Alignment.class)).matches("\\d+-\\d+( \\d+-\\d+)*");
    }
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(
            () ->
                new StanfordCoreNLP(properties("tokenize,ssplit,translate", "translate.baem", "3")))
        .hasStackTraceContaining("translate.baem: unknown property; did you mean 'beam'?");
    assertThatThrownBy(
            () ->
                new StanfordCoreNLP(properties("tokenize,ssplit,translate", "translate.beam", "0")))
        .hasStackTraceContaining("search.beam: must be at least 1, is 0");
    assertThatThrownBy(
            () ->
                new StanfordCoreNLP(
                    properties("tokenize,ssplit,translate", "translate.model", "/no/model")))
        .hasStackTraceContaining("/no/model: no such folder");
    assertThatThrownBy(() -> new StanfordCoreNLP(properties("translate")))
        .hasMessageContaining("translate");
    assertThatThrownBy(
            () -> new StanfordCoreNLP(properties("tokenize,ssplit,score", "score.metrics", "blue")))
        .hasStackTraceContaining("no metric is called 'blue'");
  }

  @Test
  void translationsAreScoredAgainstReferences() {
    Annotation document = new Annotation("One two. Ten.");
    new StanfordCoreNLP(properties("tokenize,ssplit")).annotate(document);
    List<String> references = List.of("un deux.", "dix.");
    for (int i = 0; i < 2; i++) {
      sentences(document).get(i).set(GlossAnnotations.References.class, List.of(references.get(i)));
    }
    Properties properties =
        properties("translate,score", "score.metrics", "bleu, ter", "enforceRequirements", "false");
    new StanfordCoreNLP(properties, false).annotate(document);
    Scorer scorer = Scorer.of("bleu", "ter");
    assertThat(document.get(GlossAnnotations.Scores.class))
        .containsEntry("bleu", scorer.score(translations(document), references).get(0).value())
        .containsEntry("ter", scorer.score(translations(document), references).get(1).value());
    assertThat(sentences(document)).allMatch(s -> s.get(GlossAnnotations.Scores.class).size() == 2);
  }

  @Test
  void aDocumentIsScoredAsItIs() {
    Annotation document = new Annotation("The cat sat. It slept.");
    document.set(GlossAnnotations.References.class, List.of("The cat sat. It slept."));
    new StanfordCoreNLP(properties("tokenize,ssplit,score")).annotate(document);
    assertThat(document.get(GlossAnnotations.Scores.class)).containsEntry("chrf", 100.0);
    Annotation unknown = new Annotation("The cat sat.");
    new StanfordCoreNLP(properties("tokenize,ssplit,score")).annotate(unknown);
    assertThat(unknown.get(GlossAnnotations.Scores.class)).isNull();
  }

  @Test
  void serializationKeepsWhatWasFound() throws Exception {
    Annotation document =
        new StanfordCoreNLP(properties("tokenize,ssplit,translate", "translate.n-best", "2"))
            .process(TEXT);
    Annotation read = Pipelines.serialized(document);
    assertThat(translations(read)).isEqualTo(translations(document));
    assertThat(sentences(read).get(0).get(GlossAnnotations.Translations.class))
        .isEqualTo(sentences(document).get(0).get(GlossAnnotations.Translations.class));
  }

  @Test
  void pipelinesOfManyThreadsFindTheSame() {
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties("tokenize,ssplit,translate"));
    List<Annotation> documents = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      documents.add(new Annotation(i % 2 == 0 ? TEXT : "Ten nine."));
    }
    List<Annotation> done = Collections.synchronizedList(new ArrayList<>());
    pipeline.annotate(documents, 4, done::add);
    assertThat(done).hasSize(24);
    List<String> expected = translations(pipeline.process(TEXT));
    assertThat(documents.stream().filter(d -> sentences(d).size() == 3))
        .hasSize(12)
        .allSatisfy(d -> assertThat(translations(d)).isEqualTo(expected));
  }

  @Test
  void theOutputterAddsToTheStandardJson() throws IOException {
    StanfordCoreNLP pipeline =
        new StanfordCoreNLP(
            properties("tokenize,ssplit,translate", "translate.alignments", "true"));
    Annotation document = pipeline.process(TEXT);
    JsonObject json =
        JsonParser.parseString(new GlossJsonOutputter().print(document, pipeline))
            .getAsJsonObject();
    assertThat(json.get("translation").getAsString())
        .isEqualTo(document.get(GlossAnnotations.Translation.class));
    JsonObject second = json.getAsJsonArray("sentences").get(1).getAsJsonObject();
    assertThat(second.get("characterOffsetBegin").getAsInt()).isEqualTo(TEXT.indexOf("Mr."));
    assertThat(second.get("translation").getAsString()).isEqualTo(translations(document).get(1));
    assertThat(second.get("alignment").getAsString()).isNotEmpty();
    assertThat(second.getAsJsonArray("tokens")).hasSize(5);
    assertThat(second.has("scores")).isFalse();
  }

  @Test
  void theServerOfCoreNlpAnswersWithTranslations() throws Exception {
    JsonObject answer = Pipelines.served(properties("tokenize,ssplit,translate"), "One two. Ten.");
    JsonObject first = answer.getAsJsonArray("sentences").get(0).getAsJsonObject();
    assertThat(first.get("translation").getAsString()).isEqualTo(translator.translate("One two."));
  }
}
