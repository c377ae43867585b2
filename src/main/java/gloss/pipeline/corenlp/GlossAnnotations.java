package gloss.pipeline.corenlp;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.util.ErasureUtils;
import java.util.List;
import java.util.Map;

/**
 * The keys of what Gloss knows of a text. The values are of the JDK, so that {@link
 * edu.stanford.nlp.pipeline.GenericAnnotationSerializer} keeps them.
 */
public final class GlossAnnotations {
  private GlossAnnotations() {}

  /** The translation of a sentence, or of the whole document: its sentences', spaced as its own. */
  public static final class Translation implements CoreAnnotation<String> {
    @Override
    public Class<String> getType() {
      return String.class;
    }
  }

  /** What the translation of a sentence is ranked by: its penalized log-probability. */
  public static final class TranslationScore implements CoreAnnotation<Double> {
    @Override
    public Class<Double> getType() {
      return Double.class;
    }
  }

  /** All translations of a sentence that were asked for, best first. */
  public static final class Translations implements CoreAnnotation<List<String>> {
    @Override
    public Class<List<String>> getType() {
      return ErasureUtils.uncheckedCast(List.class);
    }
  }

  /**
   * Which words of a sentence and of its translation go together, in the format of Pharaoh: {@code
   * 0-0 1-2}. Words are what white space parts, not tokens.
   */
  public static final class Alignment implements CoreAnnotation<String> {
    @Override
    public Class<String> getType() {
      return String.class;
    }
  }

  /**
   * What a text should have become: of a sentence or of a document, one or more texts. The user
   * sets it; the annotator {@code score} reads it.
   */
  public static final class References implements CoreAnnotation<List<String>> {
    @Override
    public Class<List<String>> getType() {
      return ErasureUtils.uncheckedCast(List.class);
    }
  }

  /** Scores by the names of the metrics: of a sentence, or of a document. */
  public static final class Scores implements CoreAnnotation<Map<String, Double>> {
    @Override
    public Class<Map<String, Double>> getType() {
      return ErasureUtils.uncheckedCast(Map.class);
    }
  }
}
