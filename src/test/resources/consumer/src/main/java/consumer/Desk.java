package consumer;

import gloss.pipeline.Classification;
import gloss.pipeline.Classifier;
import gloss.pipeline.Scorer;
import gloss.pipeline.Summarizer;
import gloss.pipeline.Translator;
import gloss.score.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A desk that translates, shortens, sorts and marks what comes in. */
public final class Desk implements AutoCloseable {
  private final Translator translator;
  private final Summarizer summarizer;
  private final Classifier classifier;
  private final Scorer scorer = Scorer.of("bleu", "chrf");

  /** A desk with three models. */
  public Desk(Path translation, Path summaries, Path classes) throws IOException {
    translator = Translator.load(translation);
    summarizer = Summarizer.load(summaries);
    classifier = Classifier.load(classes);
  }

  public Stream<String> translate(Stream<String> lines) {
    return translator.translate(lines);
  }

  public String summarize(String text) {
    return summarizer.summarize(text);
  }

  public String firstSentence(String text) {
    try (Summarizer lead = Summarizer.extractive("lead:1")) {
      return lead.summarize(text);
    }
  }

  public Classification classify(Map<String, String> row) {
    return classifier.classify(row);
  }

  public List<Score> mark(List<String> outputs, List<String> references) {
    return scorer.score(outputs, references);
  }

  @Override
  public void close() {
    translator.close();
    summarizer.close();
    classifier.close();
    scorer.close();
  }
}
