package gloss.pipeline.corenlp;

import static gloss.pipeline.corenlp.Pipelines.sentences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import gloss.pipeline.Classification;
import gloss.pipeline.Classifier;
import gloss.pipeline.Summarizer;
import gloss.pipeline.TrainedSummarizer;
import gloss.task.TinyBulletins;
import gloss.task.TinyExtracts;
import gloss.task.image.TinyPictures;
import gloss.task.table.TinyTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The annotators {@code summarize} and {@code classify} in CoreNLP's pipelines and its server. */
@Timeout(120)
class DocumentAnnotatorsTest {
  private static final String TEXT =
      "  It rained all day in the old town, and in the new town as well.\n"
          + "Mr. Seven went out.  It ended. ";
  private static final String BULLETIN = "the red house of abcdef is near ghijkl .";

  @TempDir private static Path folder;
  private static Path summaries;
  private static Path tables;

  @BeforeAll
  static void train() throws IOException {
    tables = TinyTables.train(folder.resolve("tables"));
    summaries =
        TinyBulletins.train(
            folder.resolve("bulletins"),
            "training.until=[60 steps]",
            "training.validate.every=60 steps");
  }

  @AfterAll
  static void close() {
    StanfordCoreNLP.clearAnnotatorPool();
  }

  private static StanfordCoreNLP pipeline(String annotators, String... settings) {
    return new StanfordCoreNLP(Pipelines.properties(annotators, settings));
  }

  private static StanfordCoreNLP extracting(String method) {
    return pipeline("tokenize,ssplit,summarize", "summarize.method", method);
  }

  private static StanfordCoreNLP classifying(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of("classify.model", tables.toString(), "classify.columns", "kind=type"));
    all.addAll(List.of(settings));
    return pipeline("tokenize,ssplit,classify", all.toArray(String[]::new));
  }

  @Test
  void anExtractNamesTheSentencesThatItIsMadeOf() {
    StanfordCoreNLP pipeline = extracting("lead:2");
    Annotation document = pipeline.process(TEXT);
    assertThat(document.get(GlossAnnotations.SummarySentences.class)).containsExactly(0, 1);
    assertThat(document.get(GlossAnnotations.Summary.class))
        .isEqualTo(
            "It rained all day in the old town, and in the new town as well.\nMr. Seven went out.");
    CoreMap second = sentences(document).get(1);
    assertThat(Pipelines.text(document, second)).isEqualTo("Mr. Seven went out.");
    assertThat(document.get(GlossAnnotations.SummaryScore.class)).isNull();
    assertThat(pipeline.process("").get(GlossAnnotations.Summary.class)).isEmpty();
  }

  @Test
  void theOracleReadsReferences() {
    StanfordCoreNLP pipeline = extracting("oracle:1");
    Annotation document = new Annotation(TEXT);
    document.set(GlossAnnotations.References.class, List.of("Mr. Seven is out."));
    pipeline.annotate(document);
    assertThat(document.get(GlossAnnotations.Summary.class)).isEqualTo("Mr. Seven went out.");
    assertThatThrownBy(() -> pipeline.process(TEXT)).hasStackTraceContaining("reference");
  }

  @Test
  void aTrainedModelSummarizesAsItDoesElsewhere() throws IOException {
    StanfordCoreNLP pipeline =
        pipeline(
            "tokenize,ssplit,summarize",
            "summarize.model",
            summaries.toString(),
            "summarize.beam",
            "3",
            "summarize.n-best",
            "3");
    Annotation document = pipeline.process(BULLETIN);
    try (var summarizer = TrainedSummarizer.load(summaries)) {
      assertThat(document.get(GlossAnnotations.Summary.class))
          .isEqualTo(summarizer.with(summarizer.options().withBeam(3)).summarize(BULLETIN));
    }
    assertThat(document.get(GlossAnnotations.SummaryScore.class)).isNegative();
    assertThat(document.get(GlossAnnotations.Summaries.class)).hasSizeBetween(2, 3);
    assertThat(document.get(GlossAnnotations.SummarySentences.class)).isNull();
    List<Annotation> documents = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      documents.add(new Annotation(i % 2 == 0 ? BULLETIN : ""));
    }
    pipeline.annotate(documents, 4);
    assertThat(documents.get(14).get(GlossAnnotations.Summary.class))
        .isEqualTo(document.get(GlossAnnotations.Summary.class));
    assertThat(documents.get(15).get(GlossAnnotations.Summary.class)).isEmpty();
  }

  @Test
  void aModelThatTakesSentencesTellsWhich() throws IOException {
    Path model = TinyExtracts.train(folder.resolve("extracts"));
    String text = "We found the house 1. It is known of the river 2. They report the tower 3.";
    Annotation document =
        pipeline("tokenize,ssplit,summarize", "summarize.model", model.toString()).process(text);
    assertThat(document.get(GlossAnnotations.SummarySentences.class)).containsExactly(0, 2);
    try (Summarizer summarizer = Summarizer.load(model)) {
      assertThat(document.get(GlossAnnotations.Summary.class))
          .isEqualTo(summarizer.summarize(text));
    }
  }

  @Test
  void aDocumentIsClassifiedByWhatIsKnownOfIt() throws IOException {
    Annotation document = new Annotation(TEXT);
    document.set(CoreAnnotations.DocTypeAnnotation.class, "news");
    classifying().annotate(document);
    int tokens = document.get(CoreAnnotations.TokensAnnotation.class).size();
    try (Classifier classifier = Classifier.load(tables)) {
      Classification expected =
          classifier.classify(Map.of("kind", "news", "tokens", String.valueOf(tokens)));
      assertThat(document.get(GlossAnnotations.Label.class)).isEqualTo("long");
      assertThat(document.get(GlossAnnotations.LabelProbabilities.class))
          .isEqualTo(expected.probabilities());
    }
    Annotation said = new Annotation(TEXT);
    said.set(GlossAnnotations.Cells.class, Map.of("tokens", "1", "kind", "mail"));
    classifying().annotate(said);
    assertThat(said.get(GlossAnnotations.Label.class)).isEqualTo("short");
  }

  @Test
  void sentencesAreClassifiedOneByOne() {
    StanfordCoreNLP pipeline = classifying("classify.of", "sentences");
    Annotation document = pipeline.process(TEXT);
    assertThat(sentences(document))
        .extracting(sentence -> sentence.get(GlossAnnotations.Label.class))
        .containsExactly("long", "short", "short");
    assertThat(document.get(GlossAnnotations.Label.class)).isNull();
    assertThat(sentences(pipeline.process(""))).isEmpty();
  }

  @Test
  void whatIsKnownOfATextAreNumbersAndNames() {
    Annotation document = new Annotation(TEXT);
    document.set(CoreAnnotations.AuthorAnnotation.class, "Ann");
    pipeline("tokenize,ssplit").annotate(document);
    CoreMap second = sentences(document).get(1);
    assertThat(TextColumn.find("sentences").orElseThrow().of(document, document)).isEqualTo("3");
    assertThat(TextColumn.find("tokens").orElseThrow().of(document, second)).isEqualTo("5");
    assertThat(TextColumn.find("text").orElseThrow().of(document, second))
        .isEqualTo("Mr. Seven went out.");
    assertThat(TextColumn.find("characters").orElseThrow().of(document, second)).isEqualTo("19");
    assertThat(TextColumn.find("tokens-per-sentence").orElseThrow().of(document, second))
        .isEqualTo("5.0");
    assertThat(TextColumn.find("characters-per-token").orElseThrow().of(document, second))
        .isEqualTo("3.2");
    assertThat(TextColumn.find("author").orElseThrow().of(document, second)).isEqualTo("Ann");
    assertThat(TextColumn.find("title").orElseThrow().of(document, second)).isEmpty();
    assertThat(TextColumn.find("translation-score").orElseThrow().of(document, second)).isEmpty();
    assertThat(TextColumn.find("colour")).isEmpty();
  }

  @Test
  void mistakesAreNamed() throws IOException {
    assertThatThrownBy(() -> pipeline("tokenize,ssplit,summarize"))
        .hasStackTraceContaining("summarize.method: give a method such as lexrank:3");
    assertThatThrownBy(() -> extracting("led:3"))
        .hasStackTraceContaining("'led'; did you mean 'lead'?");
    assertThatThrownBy(
            () ->
                pipeline(
                    "tokenize,ssplit,summarize",
                    "summarize.method",
                    "lead:1",
                    "summarize.beam",
                    "2"))
        .hasStackTraceContaining("only a model that writes is searched");
    assertThatThrownBy(() -> pipeline("summarize", "summarize.method", "lead:1"))
        .hasMessageContaining("summarize");
    assertThatThrownBy(() -> classifying("classify.columns", "kind"))
        .hasStackTraceContaining("expected COLUMN=WHAT with a column of the model (tokens, kind)");
    assertThatThrownBy(() -> classifying("classify.columns", "kind=colour"))
        .hasStackTraceContaining("'colour' is none of text, characters, ");
    assertThatThrownBy(() -> classifying("classify.of", "words"))
        .hasStackTraceContaining("classify.of: expected document or sentences, found 'words'");
    assertThatThrownBy(() -> classifying("classify.decoding.x", "1"))
        .hasStackTraceContaining("classify.decoding.x: unknown property");
    assertThatThrownBy(() -> classifying("classify.columns", "tokens=tokens").process(TEXT))
        .hasStackTraceContaining("nothing is known of the column 'kind'");
    Path pictures = TinyPictures.train(folder.resolve("pictures"), "training.until=[1 epochs]");
    assertThatThrownBy(() -> classifying("classify.model", pictures.toString()))
        .hasStackTraceContaining("classifies pictures; a text needs a model for tables");
  }

  @Test
  void serializationAndJsonKeepWhatWasFound() throws Exception {
    StanfordCoreNLP pipeline =
        pipeline(
            "tokenize,ssplit,summarize,classify",
            "summarize.method",
            "lead:1",
            "classify.model",
            tables.toString(),
            "classify.columns",
            "kind=type");
    Annotation document = pipeline.process(TEXT);
    Annotation read = Pipelines.serialized(document);
    assertThat(read.get(GlossAnnotations.SummarySentences.class)).containsExactly(0);
    assertThat(read.get(GlossAnnotations.Label.class)).isEqualTo("long");
    assertThat(read.get(GlossAnnotations.LabelProbabilities.class))
        .isEqualTo(document.get(GlossAnnotations.LabelProbabilities.class));
    JsonObject json =
        JsonParser.parseString(new GlossJsonOutputter().print(read, pipeline)).getAsJsonObject();
    assertThat(json.get("summary").getAsString())
        .isEqualTo(document.get(GlossAnnotations.Summary.class));
    assertThat(json.getAsJsonArray("summarySentences")).hasSize(1);
    assertThat(json.get("label").getAsString()).isEqualTo("long");
    assertThat(json.getAsJsonObject("labelProbabilities").keySet())
        .containsExactly("long", "short");
  }

  @Test
  void theServerOfCoreNlpAnswersWithSummariesAndClasses() throws Exception {
    JsonObject json =
        Pipelines.served(
            Pipelines.properties(
                "tokenize,ssplit,summarize,classify",
                "summarize.model",
                summaries.toString(),
                "classify.model",
                tables.toString(),
                "classify.columns",
                "kind=type"),
            BULLETIN);
    try (Summarizer summarizer = Summarizer.load(summaries)) {
      assertThat(json.get("summary").getAsString()).isEqualTo(summarizer.summarize(BULLETIN));
    }
    assertThat(json.get("label").getAsString()).isEqualTo("short");
  }
}
