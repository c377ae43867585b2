package gloss.pipeline.corenlp;

import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.util.CoreMap;
import gloss.pipeline.Scorer;
import gloss.pipeline.ScorerOptions;
import gloss.score.Score;
import gloss.score.Segment;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The annotator {@code score}: compares a text with the {@link GlossAnnotations.References} that
 * were set on its sentences, or on the document.
 *
 * <pre>
 * annotators = tokenize,ssplit,translate,score
 * customAnnotatorClass.score = gloss.pipeline.corenlp.ScoreAnnotator
 * score.metrics = bleu,chrf
 * </pre>
 *
 * <p>Properties: {@code score.metrics}, names as in {@code gloss score -m}, by default bleu and
 * chrf; {@code score.of}, what is scored: {@code translation}, or {@code text}, the text itself; by
 * default the translation where there is one. Sentences with references get {@link
 * GlossAnnotations.Scores} of their own, and the document those of all its sentences with
 * references together; where only the document has references, it is scored as one segment.
 * Documents without references get no scores.
 */
public final class ScoreAnnotator extends SentenceAnnotator {
  private static final List<String> KNOWN = List.of("metrics", "of");
  private static final List<String> KINDS = List.of("translation", "text");

  private final Scorer scorer;
  private final Optional<String> kind;

  /**
   * An annotator; CoreNLP calls this.
   *
   * @throws InputException if there is no such metric
   */
  public ScoreAnnotator(String name, Properties properties) {
    super(Set.of(GlossAnnotations.Scores.class));
    AnnotatorSettings settings = new AnnotatorSettings(name, properties, KNOWN);
    ScorerOptions options = ScorerOptions.defaults();
    scorer = Scorer.of(settings.list("metrics").map(options::withMetrics).orElse(options));
    kind = settings.oneOf("of", KINDS);
  }

  @Override
  public void annotate(Annotation document) {
    List<Segment> segments = new ArrayList<>();
    for (CoreMap sentence : SentenceTexts.sentences(document)) {
      List<String> references = sentence.get(GlossAnnotations.References.class);
      if (references != null) {
        Segment segment =
            new Segment(scored(sentence, SentenceTexts.of(document, sentence)), references);
        segments.add(segment);
        sentence.set(GlossAnnotations.Scores.class, values(scorer.score(segment)));
      }
    }
    List<String> ofDocument = document.get(GlossAnnotations.References.class);
    if (!segments.isEmpty()) {
      document.set(GlossAnnotations.Scores.class, values(scorer.score(segments)));
    } else if (ofDocument != null) {
      Segment whole = new Segment(scored(document, SentenceTexts.text(document)), ofDocument);
      document.set(GlossAnnotations.Scores.class, values(scorer.score(whole)));
    }
  }

  private String scored(CoreMap annotated, String text) {
    String translation = annotated.get(GlossAnnotations.Translation.class);
    if (translation == null && kind.equals(Optional.of("translation"))) {
      throw new InputException(
          "there is no translation to score; the annotator 'translate' must come first");
    }
    return translation == null || kind.equals(Optional.of("text")) ? text : translation;
  }

  private Map<String, Double> values(List<Score> scores) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int m = 0; m < scores.size(); m++) {
      values.put(scorer.options().metrics().get(m), scores.get(m).value());
    }
    return values;
  }
}
