package gloss.pipeline.corenlp;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotator;
import java.util.Set;

/** An annotator of texts whose sentences have been found. */
@SuppressWarnings("rawtypes") // CoreNLP's own signatures
abstract class SentenceAnnotator implements Annotator {
  private static final Set<Class<? extends CoreAnnotation>> REQUIRED =
      Set.of(
          CoreAnnotations.TextAnnotation.class,
          CoreAnnotations.SentencesAnnotation.class,
          CoreAnnotations.CharacterOffsetBeginAnnotation.class,
          CoreAnnotations.CharacterOffsetEndAnnotation.class);

  private final Set<Class<? extends CoreAnnotation>> found;

  /**
   * An annotator.
   *
   * @param found keys that it sets
   */
  SentenceAnnotator(Set<Class<? extends CoreAnnotation>> found) {
    this.found = found;
  }

  @Override
  public final Set<Class<? extends CoreAnnotation>> requires() {
    return REQUIRED;
  }

  @Override
  public final Set<Class<? extends CoreAnnotation>> requirementsSatisfied() {
    return found;
  }
}
