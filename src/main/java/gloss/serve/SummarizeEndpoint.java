package gloss.serve;

import gloss.extract.Extractor;
import gloss.extract.Extractors;
import gloss.pipeline.DocumentSentences;
import gloss.pipeline.ExtractiveSummarizer;
import gloss.pipeline.Summary;
import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.RecordReader;
import gloss.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** {@code POST /summarize}: by sentences of the texts themselves, for which no model is needed. */
final class SummarizeEndpoint implements Endpoint {
  private final Executor executor;

  /** {@code executor} does the work. */
  SummarizeEndpoint(Executor executor) {
    this.executor = executor;
  }

  /** What is understood. */
  record Request(
      @Doc("a text, or a list of texts") List<String> text,
      @Doc("which sentences are taken, as in gloss summarize --method") @Default("\"lexrank:3\"")
          String method) {
    /** Fails for no text, and for methods that cannot be. */
    Request {
      Check.notEmpty("text", text);
      Check.that(
          !Extractors.named(method).needsReferences(),
          "method",
          "'" + method + "' needs references, which a request has not");
    }
  }

  @Override
  public String path() {
    return "/summarize";
  }

  @Override
  public Question ask(YamlNode.Mapping mapping) {
    return new Texts(new RecordReader(path -> path).read(Request.class, mapping), executor);
  }

  private record Texts(Request request, Executor executor) implements Question {
    @Override
    public int lines() {
      return request.text().size();
    }

    @Override
    public Answer answer() {
      return Answer.of(BackgroundWork.start(executor, this::summarize), value -> value);
    }

    private Map<String, Object> summarize(Runnable mayStop) {
      Extractor method = Extractors.named(request.method());
      ExtractiveSummarizer summarizer = new ExtractiveSummarizer(method, new DocumentSentences());
      List<Object> summaries = new ArrayList<>();
      for (String text : request.text()) {
        mayStop.run();
        summaries.add(json(summarizer.summary(text)));
      }
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("method", request.method());
      answer.put("summaries", summaries);
      return answer;
    }

    private static Map<String, Object> json(Summary summary) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("text", summary.text());
      object.put("sentences", summary.sentences());
      object.put("read", summary.reading().read());
      object.put("length", summary.reading().length());
      return object;
    }
  }
}
