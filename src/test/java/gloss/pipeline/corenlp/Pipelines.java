package gloss.pipeline.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.GenericAnnotationSerializer;
import edu.stanford.nlp.pipeline.StanfordCoreNLPServer;
import edu.stanford.nlp.util.CoreMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** CoreNLP with the annotators, as tests need it. */
final class Pipelines {
  private Pipelines() {}

  /** Properties, given as keys and values by turns, of a pipeline that knows all annotators. */
  static Properties properties(String annotators, String... others) {
    Properties properties = new Properties();
    properties.setProperty("annotators", annotators);
    properties.setProperty("customAnnotatorClass.translate", TranslateAnnotator.class.getName());
    properties.setProperty("customAnnotatorClass.score", ScoreAnnotator.class.getName());
    properties.setProperty("customAnnotatorClass.summarize", SummarizeAnnotator.class.getName());
    properties.setProperty("customAnnotatorClass.classify", ClassifyAnnotator.class.getName());
    for (int i = 0; i < others.length; i += 2) {
      properties.setProperty(others[i], others[i + 1]);
    }
    return properties;
  }

  static List<CoreMap> sentences(Annotation document) {
    return document.get(CoreAnnotations.SentencesAnnotation.class);
  }

  /** The text of the document between a sentence's offsets. */
  static String text(Annotation document, CoreMap sentence) {
    return document
        .get(CoreAnnotations.TextAnnotation.class)
        .substring(
            sentence.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
            sentence.get(CoreAnnotations.CharacterOffsetEndAnnotation.class));
  }

  /** The document as it comes back from CoreNLP's own file format. */
  static Annotation serialized(Annotation document) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GenericAnnotationSerializer serializer = new GenericAnnotationSerializer();
    serializer.write(document, bytes).close();
    return serializer.read(new ByteArrayInputStream(bytes.toByteArray())).first();
  }

  /** What CoreNLP's server answers to a text, written by {@link GlossJsonOutputter}. */
  static JsonObject served(Properties defaults, String text) throws Exception {
    int port = freePort();
    StanfordCoreNLPServer server = new StanfordCoreNLPServer(defaults, port, 30_000, false);
    AtomicBoolean live = new AtomicBoolean();
    CompletableFuture<Void> running =
        CompletableFuture.runAsync(
            () -> server.run(Optional.empty(), any -> true, any -> {}, null, false, live));
    while (!live.get() && !running.isCompletedExceptionally()) {
      Thread.sleep(20);
    }
    try {
      String query =
          "{\"annotators\":\"%s\",\"outputFormat\":\"custom\",\"customOutputter\":\"%s\"}"
              .formatted(defaults.getProperty("annotators"), GlossJsonOutputter.class.getName());
      URI address =
          URI.create(
              "http://127.0.0.1:%d/?properties=%s"
                  .formatted(port, URLEncoder.encode(query, StandardCharsets.UTF_8)));
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address)
                      .POST(HttpRequest.BodyPublishers.ofString(text))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return JsonParser.parseString(response.body()).getAsJsonObject();
    } finally {
      server.getServer().ifPresent(http -> http.stop(0));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
