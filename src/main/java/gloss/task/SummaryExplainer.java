package gloss.task;

import gloss.batch.SequencePairs;
import gloss.corpus.SummarizedText;
import gloss.corpus.SummaryReader;
import gloss.explain.Line;
import gloss.explain.TextExplanation;
import gloss.explain.Token;
import gloss.explain.WordView;
import gloss.recipe.SummaryBatchRecipe;
import gloss.recipe.SummaryDataRecipe;
import gloss.score.TextMetric;
import gloss.subword.CopyVocabulary;
import gloss.subword.Vocabulary;
import gloss.text.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at the loss of a summarization model, and at what it looks at and copies. */
final class SummaryExplainer {
  /** More texts of the training data do not change how frequent words are. */
  private static final int TEXTS_COUNTED = 200_000;

  private static final String END = Vocabulary.STANDARD_SPECIALS.get(Vocabulary.EOS);

  private static final List<TextMetric> METRICS =
      Stream.of("rouge1", "rouge2", "rougeL", "rougeLsum").map(SummaryEvaluation::metric).toList();

  private final SummarizationModel model;
  private final CopyVocabulary vocabulary;
  private final SummaryBatchRecipe lengths;

  SummaryExplainer(SummarizationModel model) {
    this.model = model;
    vocabulary = model.vocabulary();
    lengths = model.recipe().batch();
  }

  /** Empty texts are left out; long texts and summaries count as far as the model reads them. */
  TextExplanation explain(String split) throws IOException {
    List<SummarizedText> texts =
        model.recipe().data().read(split).stream().filter(t -> !t.text().isBlank()).toList();
    List<CopyVocabulary.Reading> readings =
        texts.stream().map(text -> vocabulary.read(text.text(), lengths.text())).toList();
    List<String> outputs =
        model
            .summarize(texts.stream().map(SummarizedText::text).toList(), model.decoding())
            .stream()
            .map(result -> result.best().text())
            .toList();
    List<List<ForcedWords.Place>> learned =
        places(readings, texts.stream().map(SummarizedText::summary).toList());
    List<List<ForcedWords.Place>> written = places(readings, outputs);
    Map<String, Long> frequencies = frequencies();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      SummarizedText text = texts.get(i);
      lines.add(
          new Line(
              text.line(),
              text.text(),
              text.summaries(),
              outputs.get(i),
              tokens(learned.get(i), readings.get(i), frequencies),
              new SummaryWords(vocabulary, readings.get(i)).written(written.get(i))));
    }
    return new TextExplanation(model.recipe().name(), split, lines, METRICS, WordView.ROUGE);
  }

  private List<List<ForcedWords.Place>> places(
      List<CopyVocabulary.Reading> readings, List<String> summaries) {
    int[][] sources = readings.stream().map(CopyVocabulary.Reading::ids).toArray(int[][]::new);
    int[][] targets = new int[sources.length][];
    for (int i = 0; i < targets.length; i++) {
      int[] ids = vocabulary.write(summaries.get(i), readings.get(i));
      targets[i] = Arrays.copyOf(ids, Math.min(ids.length, lengths.summary()));
    }
    return new ForcedWords(model).of(SequencePairs.of(sources, targets));
  }

  /** How often each token is to be predicted in the training text; empty if it is gone. */
  private Map<String, Long> frequencies() {
    Map<String, Long> counts = new HashMap<>();
    SummaryDataRecipe data = model.recipe().data();
    try (SummaryReader reader = data.verified(SummaryDataRecipe.TRAIN).open(data.fields())) {
      SummarizedText text = reader.next();
      for (int read = 0; text != null && read < TEXTS_COUNTED; read++) {
        CopyVocabulary.Reading reading = vocabulary.read(text.text(), lengths.text());
        for (int id : vocabulary.write(text.summary(), reading)) {
          counts.merge(vocabulary.token(id, reading), 1L, Long::sum);
        }
        counts.merge(END, 1L, Long::sum);
        text = reader.next();
      }
      return counts;
    } catch (IOException | InputException e) {
      // A model may be looked at where its training text is not.
      return new HashMap<>();
    }
  }

  private List<Token> tokens(
      List<ForcedWords.Place> places,
      CopyVocabulary.Reading reading,
      Map<String, Long> frequencies) {
    List<Token> tokens = new ArrayList<>();
    SummaryPieces pieces = new SummaryPieces(vocabulary, reading);
    for (ForcedWords.Place place : places) {
      String token = vocabulary.token(place.id(), reading);
      String best = pieces.text(place.best());
      tokens.add(
          new Token(
              pieces.next(place.id()),
              frequencies.isEmpty() ? -1 : frequencies.getOrDefault(token, 0L),
              -place.logProbability(),
              best,
              Math.exp(place.bestLogProbability()),
              place.copied()));
    }
    return tokens;
  }
}
