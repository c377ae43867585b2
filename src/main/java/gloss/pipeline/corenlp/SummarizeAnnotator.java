package gloss.pipeline.corenlp;

import edu.stanford.nlp.pipeline.Annotation;
import gloss.extract.Extractors;
import gloss.pipeline.ExtractiveSummarizer;
import gloss.pipeline.Summarizer;
import gloss.pipeline.TrainedSummarizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * The annotator {@code summarize}: gives each document its {@link GlossAnnotations.Summary}.
 *
 * <pre>
 * annotators = tokenize,ssplit,summarize
 * customAnnotatorClass.summarize = gloss.pipeline.corenlp.SummarizeAnnotator
 * summarize.method = lexrank:3
 * </pre>
 *
 * <p>Properties: either {@code summarize.method}, which takes sentences that the pipeline has found
 * as {@code gloss summarize --method} does, and tells which in {@link
 * GlossAnnotations.SummarySentences}; or {@code summarize.model}, the folder of a trained model,
 * which reads the document's text as it is, or takes sentences that the pipeline has found. With a
 * model that writes there are {@code summarize.beam}, {@code summarize.n-best}, which sets {@link
 * GlossAnnotations.Summaries}, and {@code summarize.decoding.KEY} for any key below {@code
 * decoding} in a recipe. Documents that several threads annotate are summarized together. The
 * method {@code oracle} needs {@link GlossAnnotations.References} of the document.
 */
public final class SummarizeAnnotator extends ModelAnnotator {
  private static final List<String> KNOWN = List.of("method", "model", "beam", "n-best");
  private static final List<String> OF_MODELS = List.of("beam", "n-best");

  private final DocumentSummarizer summarizer;

  /**
   * Loads the model that the properties name, if they name one; CoreNLP calls this.
   *
   * @throws gloss.text.InputException if there is none, or a property is wrong
   */
  public SummarizeAnnotator(String name, Properties properties) {
    super(Set.of(GlossAnnotations.Summary.class));
    AnnotatorSettings settings = new AnnotatorSettings(name, properties, KNOWN);
    if (settings.get("method").isPresent() == settings.get("model").isPresent()) {
      throw settings.mistake(
          "method",
          "give a method such as lexrank:3, or with " + name + ".model the folder of a model");
    }
    summarizer = settings.get("method").isPresent() ? extractor(settings) : trained(settings);
  }

  private static DocumentSummarizer extractor(AnnotatorSettings settings) {
    checkUnsearched(settings, "method");
    return new DocumentSummarizer.Extracting(Extractors.named(settings.get("method").get()));
  }

  private static void checkUnsearched(AnnotatorSettings settings, String key) {
    if (settings.searches() || OF_MODELS.stream().anyMatch(of -> settings.get(of).isPresent())) {
      throw settings.mistake(
          key, "only a model that writes is searched; leave the other properties out");
    }
  }

  private static DocumentSummarizer trained(AnnotatorSettings settings) {
    Summarizer loaded;
    try {
      loaded = Summarizer.load(settings.model());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      if (loaded instanceof TrainedSummarizer writing) {
        return new DocumentSummarizer.Writing(writing.with(settings.search(writing.options())));
      }
      checkUnsearched(settings, "model");
      return new DocumentSummarizer.Extracting(((ExtractiveSummarizer) loaded).method());
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  @Override
  public void annotate(Annotation document) {
    summarizer.annotate(document);
  }

  @Override
  public void close() {
    summarizer.close();
  }
}
