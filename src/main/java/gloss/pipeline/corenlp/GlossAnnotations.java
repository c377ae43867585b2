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

  /** The summary of a document, its sentences one a line. */
  public static final class Summary implements CoreAnnotation<String> {
    @Override
    public Class<String> getType() {
      return String.class;
    }
  }

  /** What a summary that a model wrote is ranked by: its penalized log-probability. */
  public static final class SummaryScore implements CoreAnnotation<Double> {
    @Override
    public Class<Double> getType() {
      return Double.class;
    }
  }

  /** All summaries of a document that were asked for, best first. */
  public static final class Summaries implements CoreAnnotation<List<String>> {
    @Override
    public Class<List<String>> getType() {
      return ErasureUtils.uncheckedCast(List.class);
    }
  }

  /**
   * Which sentences of a document its summary is made of, counted from 0; set where sentences were
   * chosen and none were written.
   */
  public static final class SummarySentences implements CoreAnnotation<List<Integer>> {
    @Override
    public Class<List<Integer>> getType() {
      return ErasureUtils.uncheckedCast(List.class);
    }
  }

  /**
   * What is known of a sentence or a document by the names of columns. The user sets it; the
   * annotator {@code classify} reads it.
   */
  public static final class Cells implements CoreAnnotation<Map<String, String>> {
    @Override
    public Class<Map<String, String>> getType() {
      return ErasureUtils.uncheckedCast(Map.class);
    }
  }

  /** The most probable class of a sentence or a document. */
  public static final class Label implements CoreAnnotation<String> {
    @Override
    public Class<String> getType() {
      return String.class;
    }
  }

  /** The probability of each class of a sentence or a document, the most probable first. */
  public static final class LabelProbabilities implements CoreAnnotation<Map<String, Double>> {
    @Override
    public Class<Map<String, Double>> getType() {
      return ErasureUtils.uncheckedCast(Map.class);
    }
  }
}
