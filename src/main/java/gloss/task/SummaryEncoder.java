package gloss.task;

import gloss.batch.SequencePairs;
import gloss.corpus.SummarizedText;
import gloss.recipe.SummaryBatchRecipe;
import gloss.subword.CopyVocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Texts and summaries as ids, each as far as it is read; counts those that are longer. */
final class SummaryEncoder {
  private final CopyVocabulary vocabulary;
  private final SummaryBatchRecipe batch;
  private final LongAdder longTexts = new LongAdder();
  private final LongAdder longSummaries = new LongAdder();

  SummaryEncoder(CopyVocabulary vocabulary, SummaryBatchRecipe batch) {
    this.vocabulary = vocabulary;
    this.batch = batch;
  }

  SequencePairs encode(List<SummarizedText> texts) {
    int[][] sources = new int[texts.size()][];
    int[][] targets = new int[texts.size()][];
    int[] lines = new int[texts.size()];
    for (int i = 0; i < lines.length; i++) {
      SummarizedText text = texts.get(i);
      CopyVocabulary.Reading reading = vocabulary.read(text.text(), batch.text());
      sources[i] = reading.ids();
      if (sources[i].length == batch.text() && vocabulary.length(text.text()) > batch.text()) {
        longTexts.increment();
      }
      int[] summary = vocabulary.write(text.summary(), reading);
      if (summary.length > batch.summary()) {
        longSummaries.increment();
      }
      targets[i] = Arrays.copyOf(summary, Math.min(summary.length, batch.summary()));
      lines[i] = text.line();
    }
    return new SequencePairs(sources, targets, lines);
  }

  /** What was cut, in words: {@code (12 texts and 3 summaries cut)}; nothing if nothing was. */
  String cut() {
    return longTexts.sum() + longSummaries.sum() == 0
        ? ""
        : " (%d texts and %d summaries cut)".formatted(longTexts.sum(), longSummaries.sum());
  }
}
