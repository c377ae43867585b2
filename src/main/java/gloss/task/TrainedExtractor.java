package gloss.task;

import gloss.extract.Document;
import gloss.extract.Extractor;
import gloss.extract.SentenceSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentences that a trained network scores best.
 *
 * @param selection how many of them
 */
public record TrainedExtractor(ExtractionModel model, SentenceSelection selection)
    implements Extractor, AutoCloseable {
  /** With extracts of the length that the recipe says. */
  static TrainedExtractor of(ExtractionModel model) {
    return new TrainedExtractor(model, model.selection());
  }

  /**
   * Loads a model.
   *
   * @throws gloss.text.InputException if the folder is no model for extractive summarization,
   *     incomplete or damaged
   */
  public static TrainedExtractor load(Path folder) throws IOException {
    return of(ExtractionModel.load(folder));
  }

  /** The same model with extracts of another length; closing either closes both. */
  public TrainedExtractor withWords(int words) {
    return new TrainedExtractor(model, new SentenceSelection(words, selection.noRepeatNgram()));
  }

  @Override
  public List<Integer> choose(Document document) {
    return chooseAll(List.of(document)).get(0);
  }

  @Override
  public List<List<Integer>> chooseAll(List<Document> documents) {
    List<List<Integer>> chosen = new ArrayList<>();
    int atOnce = model.recipe().batch().size();
    for (int from = 0; from < documents.size(); from += atOnce) {
      int to = Math.min(documents.size(), from + atOnce);
      List<List<String>> read =
          documents.subList(from, to).stream().map(text -> model.read(text.sentences())).toList();
      List<int[][]> ids =
          read.stream().filter(text -> !text.isEmpty()).map(model.ids()::of).toList();
      List<double[]> scores = ids.isEmpty() ? List.of() : model.scores(ids);
      int next = 0;
      for (List<String> text : read) {
        chosen.add(text.isEmpty() ? List.of() : selection.choose(text, scores.get(next++)));
      }
    }
    return chosen;
  }

  @Override
  public int mostSentences() {
    return model.recipe().batch().sentences();
  }

  @Override
  public String name() {
    return model.recipe().name();
  }

  @Override
  public void close() {
    model.close();
  }
}
