package gloss.serve;

import gloss.pipeline.ExtractiveSummarizer;
import gloss.pipeline.Summarizer;
import gloss.pipeline.Summary;
import gloss.pipeline.SummaryRequest;
import gloss.pipeline.TrainedSummarizer;
import gloss.text.InputException;
import gloss.yaml.RecordReader;
import gloss.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * {@code POST /summarize}: with a model, or by sentences of the texts themselves, for which no
 * model is needed.
 */
final class SummarizeEndpoint implements Endpoint {
  private static final String SUMMARIES = "summaries";

  private final Models models;
  private final Executor executor;

  /** {@code executor} does the work that no model does. */
  SummarizeEndpoint(Models models, Executor executor) {
    this.models = models;
    this.executor = executor;
  }

  @Override
  public String path() {
    return "/summarize";
  }

  @Override
  public Question ask(YamlNode.Mapping mapping) {
    SummarizeRequest request = new RecordReader(path -> path).read(SummarizeRequest.class, mapping);
    List<SummaryRequest> texts = request.text().stream().map(SummaryRequest::of).toList();
    if (request.method().isPresent()) {
      return byMethod(request.method().get(), texts);
    }
    boolean anyWrites = !models.summarizers().isEmpty();
    Predicate<String> meant = name -> request.model().map(name::equals).orElse(!anyWrites);
    Optional<Map.Entry<String, ExtractiveSummarizer>> extractor =
        models.extractors().entrySet().stream()
            .filter(entry -> meant.test(entry.getKey()))
            .findFirst();
    if (extractor.isPresent()) {
      if (request.searches()) {
        throw new InputException(
            "request: model: takes sentences and is not searched: leave out beam, n-best and"
                + " tokens");
      }
      return extracting(
          Map.of("model", extractor.get().getKey()), extractor.get().getValue(), texts);
    }
    return request.model().isPresent() || anyWrites
        ? writing(request, texts)
        : byMethod(SummarizeRequest.USUAL_METHOD, texts);
  }

  private Question byMethod(String method, List<SummaryRequest> texts) {
    return extracting(Map.of("method", method), Summarizer.extractive(method), texts);
  }

  private Question extracting(
      Map<String, Object> how, ExtractiveSummarizer summarizer, List<SummaryRequest> texts) {
    return new ListQuestion<>(
        how, SUMMARIES, texts, some -> extract(summarizer, some), SummaryJson::of);
  }

  private CompletableFuture<List<Summary>> extract(
      ExtractiveSummarizer summarizer, List<SummaryRequest> texts) {
    return BackgroundWork.start(
        executor,
        mayStop -> {
          List<Summary> summaries = new ArrayList<>();
          for (SummaryRequest text : texts) {
            mayStop.run();
            summaries.add(summarizer.summary(text));
          }
          return summaries;
        });
  }

  private Question writing(SummarizeRequest request, List<SummaryRequest> texts) {
    Map.Entry<String, TrainedSummarizer> chosen =
        Models.choose(models.summarizers(), request.model());
    TrainedSummarizer model = chosen.getValue();
    TrainedSummarizer searching = model.with(request.search().of(model.options()));
    return new ListQuestion<>(
        Map.of("model", chosen.getKey()),
        SUMMARIES,
        texts,
        searching::submit,
        summary -> SummaryJson.of(summary, request));
  }
}
