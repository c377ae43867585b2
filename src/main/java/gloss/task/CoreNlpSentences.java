package gloss.task;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.HasWord;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.DocumentPreprocessor;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.TokenizerFactory;
import gloss.extract.DocumentSentences;
import gloss.text.SentenceSplitter;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits English text into sentences as Stanford CoreNLP does, with its tokenizer and its rules for
 * sentence ends (Manning et al. 2014); no model is needed.
 *
 * <p>A sentence is the text from the first character of its first token to the last of its last,
 * unchanged. May be used by several threads at once.
 */
public final class CoreNlpSentences implements SentenceSplitter {
  private static final TokenizerFactory<CoreLabel> TOKENS =
      PTBTokenizer.factory(new CoreLabelTokenFactory(), "invertible=true,untokenizable=noneKeep");

  /** The lines of texts that have several, and these rules for the others. */
  public static SentenceSplitter ofDocuments() {
    return new DocumentSentences(new CoreNlpSentences());
  }

  @Override
  public List<String> split(String text) {
    DocumentPreprocessor sentences = new DocumentPreprocessor(new StringReader(text));
    sentences.setTokenizerFactory(TOKENS);
    List<String> found = new ArrayList<>();
    for (List<HasWord> sentence : sentences) {
      CoreLabel first = (CoreLabel) sentence.get(0);
      CoreLabel last = (CoreLabel) sentence.get(sentence.size() - 1);
      found.add(text.substring(first.beginPosition(), last.endPosition()));
    }
    return found;
  }

  @Override
  public String name() {
    return "corenlp-en";
  }

  @Override
  public String toString() {
    return name();
  }
}
