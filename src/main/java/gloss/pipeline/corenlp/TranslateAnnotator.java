package gloss.pipeline.corenlp;

import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.util.CoreMap;
import gloss.pipeline.Translator;
import gloss.task.TranslationOutput;
import gloss.task.TranslationResult;
import gloss.task.WordLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * The annotator {@code translate}: gives each sentence its translation.
 *
 * <pre>
 * annotators = tokenize,ssplit,translate
 * customAnnotatorClass.translate = gloss.pipeline.corenlp.TranslateAnnotator
 * translate.model = models/phrasebook-en-fr
 * </pre>
 *
 * <p>Properties: {@code translate.model}, the folder of a model; {@code translate.beam}; {@code
 * translate.n-best}, which sets {@link GlossAnnotations.Translations}; {@code
 * translate.alignments}, which sets {@link GlossAnnotations.Alignment}; and {@code
 * translate.decoding.KEY} for any key below {@code decoding} in a recipe. What is translated is the
 * text between a sentence's first and last character, so its offsets are the sentence's own. The
 * document gets the translations of its sentences, spaced as they are. Sentences of a document, and
 * of documents that other threads annotate, are translated together.
 */
public final class TranslateAnnotator extends ModelAnnotator {
  private static final List<String> KNOWN = List.of("model", "beam", "n-best", "alignments");

  private final Translator loaded;
  private final Translator translator;

  /**
   * Loads the model that the properties name; CoreNLP calls this.
   *
   * @throws gloss.text.InputException if there is none, or a property is wrong
   */
  public TranslateAnnotator(String name, Properties properties) {
    super(Set.of(GlossAnnotations.Translation.class, GlossAnnotations.TranslationScore.class));
    AnnotatorSettings settings = new AnnotatorSettings(name, properties, KNOWN);
    try {
      loaded = Translator.load(settings.model());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      translator = loaded.with(settings.search(loaded.options()));
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  @Override
  public void annotate(Annotation document) {
    List<CoreMap> sentences = SentenceTexts.sentences(document);
    List<TranslationResult> results =
        translator.results(
            sentences.stream()
                .map(s -> translator.request(SentenceTexts.of(document, s).replace('\n', ' ')))
                .toList());
    for (int i = 0; i < sentences.size(); i++) {
      annotate(sentences.get(i), results.get(i));
    }
    document.set(
        GlossAnnotations.Translation.class,
        SentenceTexts.replaced(
            document, results.stream().map(result -> result.best().text()).toList()));
  }

  private void annotate(CoreMap sentence, TranslationResult result) {
    TranslationOutput best = result.best();
    sentence.set(GlossAnnotations.Translation.class, best.text());
    sentence.set(GlossAnnotations.TranslationScore.class, best.score());
    if (translator.options().output().nBest() > 1) {
      sentence.set(
          GlossAnnotations.Translations.class,
          result.outputs().stream().map(TranslationOutput::text).toList());
    }
    if (translator.options().output().alignments()) {
      sentence.set(GlossAnnotations.Alignment.class, WordLink.pharaoh(best.alignment().links()));
    }
  }

  @Override
  public void close() {
    loaded.close();
  }
}
