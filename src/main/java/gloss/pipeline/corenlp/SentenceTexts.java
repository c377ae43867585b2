package gloss.pipeline.corenlp;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.util.CoreMap;
import java.util.List;

/** The texts of a document's sentences, as they stand in it. */
final class SentenceTexts {
  private SentenceTexts() {}

  /** The sentences; none if there are none. */
  static List<CoreMap> sentences(Annotation document) {
    List<CoreMap> sentences = document.get(CoreAnnotations.SentencesAnnotation.class);
    return sentences == null ? List.of() : sentences;
  }

  static String text(Annotation document) {
    String text = document.get(CoreAnnotations.TextAnnotation.class);
    return text == null ? "" : text;
  }

  static String of(Annotation document, CoreMap sentence) {
    return text(document).substring(begin(sentence), end(sentence));
  }

  static int begin(CoreMap sentence) {
    return sentence.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class);
  }

  static int end(CoreMap sentence) {
    return sentence.get(CoreAnnotations.CharacterOffsetEndAnnotation.class);
  }

  /** The document's text with other texts in place of its sentences. */
  static String replaced(Annotation document, List<String> texts) {
    String text = text(document);
    List<CoreMap> sentences = sentences(document);
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    for (int i = 0; i < sentences.size(); i++) {
      replaced.append(text, from, begin(sentences.get(i))).append(texts.get(i));
      from = end(sentences.get(i));
    }
    return replaced.append(text.substring(from)).toString();
  }
}
