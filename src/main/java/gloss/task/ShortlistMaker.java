package gloss.task;

import gloss.corpus.LinePair;
import gloss.corpus.ParallelReader;
import gloss.lexicon.Shortlist;
import gloss.lexicon.TranslationTable;
import gloss.model.ModelFolder;
import gloss.recipe.ParallelDataRecipe;
import gloss.recipe.TranslationRecipe;
import gloss.subword.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes the shortlist of a model from the text that it was trained on.
 *
 * @param best target subwords kept for each source subword
 * @param pairs most pairs that are looked at; of a longer text they are drawn at random, always the
 *     same
 */
public record ShortlistMaker(int best, int pairs) {
  private static final int ROUNDS = 5;

  /**
   * Learns the shortlist and writes it into the model's folder.
   *
   * @return its file
   * @throws gloss.text.InputException if the folder is no model for translation, or its training
   *     text cannot be read
   */
  public Path write(Path folder) throws IOException {
    TranslationRecipe recipe =
        TranslationExperiment.translation(new ModelFolder(folder).describedRecipe(), folder);
    TokenizerPair tokenizers = TokenizerPair.read(folder);
    Path file = folder.resolve(Shortlist.FILE);
    learn(recipe.data(), tokenizers)
        .write(file, tokenizers.source().vocabulary(), tokenizers.target().vocabulary());
    return file;
  }

  private Shortlist learn(ParallelDataRecipe data, TokenizerPair tokenizers) throws IOException {
    List<int[]> sources = new ArrayList<>();
    List<int[]> targets = new ArrayList<>();
    for (LinePair pair : sample(data)) {
      sources.add(tokenizers.source().encode(pair.source()));
      targets.add(tokenizers.target().encode(pair.target()));
    }
    int vocabulary = tokenizers.source().vocabulary().size();
    TranslationTable table = TranslationTable.learn(sources, targets, vocabulary, ROUNDS);
    return new Shortlist(
        frequent(targets, tokenizers.target().vocabulary()),
        IntStream.range(0, vocabulary).mapToObj(id -> table.best(id, best)).toArray(int[][]::new));
  }

  /** Reservoir sampling: each pair stays with the same probability. */
  private List<LinePair> sample(ParallelDataRecipe data) throws IOException {
    List<LinePair> sample = new ArrayList<>();
    Random random = new Random(1);
    try (ParallelReader reader = data.verified(ParallelDataRecipe.TRAIN).open()) {
      for (LinePair pair = reader.next(); pair != null; pair = reader.next()) {
        if (sample.size() < pairs) {
          sample.add(pair);
        } else {
          int place = random.nextInt(pair.line());
          if (place < pairs) {
            sample.set(place, pair);
          }
        }
      }
    }
    return sample;
  }

  private static int[] frequent(List<int[]> targets, Vocabulary vocabulary) {
    long[] counts = new long[vocabulary.size()];
    targets.forEach(line -> IntStream.of(line).forEach(id -> counts[id]++));
    return IntStream.range(0, counts.length)
        .filter(id -> counts[id] > 0)
        .boxed()
        .sorted(Comparator.<Integer>comparingLong(id -> counts[id]).reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
