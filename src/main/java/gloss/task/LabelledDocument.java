package gloss.task;

import gloss.corpus.SummarizedText;
import gloss.extract.Document;
import gloss.extract.Oracle;
import gloss.score.rouge.RougeTokenizers;
import java.util.List;

/**
 * A text whose sentences are told apart into those that belong into its summary and the others.
 *
 * @param ids of its sentences, as far as they are read
 * @param belongs 1 for each sentence of the {@link Oracle}'s extract by the words of any script, 0
 *     for the others
 */
record LabelledDocument(SummarizedText text, List<String> sentences, int[][] ids, float[] belongs) {
  /** Copies the list. */
  LabelledDocument {
    sentences = List.copyOf(sentences);
  }

  static LabelledDocument of(SummarizedText text, ExtractionModel model) {
    List<String> sentences = model.read(ExtractionModel.SENTENCES.split(text.text()));
    float[] belongs = new float[sentences.size()];
    Oracle.ofAnyLength(RougeTokenizers.UNICODE)
        .choose(new Document(sentences, text.summaries()))
        .forEach(place -> belongs[place] = 1);
    return new LabelledDocument(text, sentences, model.ids().of(sentences), belongs);
  }

  /** How many sentences belong into the summary. */
  int count() {
    int count = 0;
    for (float one : belongs) {
      count += one > 0 ? 1 : 0;
    }
    return count;
  }

  boolean hasSentences() {
    return ids.length > 0;
  }

  /** What is left when only the numbers are needed. */
  LabelledDocument withoutText() {
    return new LabelledDocument(
        new SummarizedText(text.line(), text.place(), "", List.of("")), List.of(), ids, belongs);
  }
}
