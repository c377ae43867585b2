package gloss.pipeline.corenlp;

import edu.stanford.nlp.ling.CoreAnnotation;
import java.util.Set;

/** An annotator that holds a model until CoreNLP lets go of it, or it is closed. */
abstract class ModelAnnotator extends SentenceAnnotator implements AutoCloseable {
  /**
   * An annotator.
   *
   * @param found keys that it sets
   */
  @SuppressWarnings("rawtypes") // CoreNLP's own signature
  ModelAnnotator(Set<Class<? extends CoreAnnotation>> found) {
    super(found);
  }

  @Override
  public final void unmount() {
    close();
  }

  /** Frees the model. */
  @Override
  public abstract void close();
}
