package gloss.pipeline.corenlp;

import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.util.CoreMap;
import gloss.extract.Document;
import gloss.extract.Extractor;
import gloss.pipeline.Summary;
import gloss.pipeline.TrainedSummarizer;
import gloss.task.SummaryOutput;
import gloss.task.TrainedExtractor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way of summarizing a document whose sentences are known. */
sealed interface DocumentSummarizer extends AutoCloseable {
  void annotate(Annotation document);

  @Override
  void close();

  /** By its own sentences. */
  record Extracting(Extractor method) implements DocumentSummarizer {
    @Override
    public void annotate(Annotation document) {
      List<String> sentences = new ArrayList<>();
      for (CoreMap sentence : SentenceTexts.sentences(document)) {
        sentences.add(SentenceTexts.of(document, sentence).replaceAll("\\s*\\n\\s*", " "));
      }
      @Nullable List<String> references = document.get(GlossAnnotations.References.class);
      List<Integer> chosen =
          method.choose(new Document(sentences, references == null ? List.of() : references));
      document.set(GlossAnnotations.SummarySentences.class, new ArrayList<>(chosen));
      document.set(
          GlossAnnotations.Summary.class,
          String.join("\n", chosen.stream().map(sentences::get).toList()));
    }

    @Override
    public void close() {
      if (method instanceof TrainedExtractor trained) {
        trained.close();
      }
    }
  }

  /** With a trained model. */
  record Writing(TrainedSummarizer summarizer) implements DocumentSummarizer {
    @Override
    public void annotate(Annotation document) {
      Summary summary = summarizer.summary(SentenceTexts.text(document));
      document.set(GlossAnnotations.Summary.class, summary.text());
      document.set(GlossAnnotations.SummaryScore.class, summary.outputs().get(0).score());
      if (summarizer.options().output().nBest() > 1) {
        document.set(
            GlossAnnotations.Summaries.class,
            new ArrayList<>(summary.outputs().stream().map(SummaryOutput::text).toList()));
      }
    }

    @Override
    public void close() {
      summarizer.close();
    }
  }
}
