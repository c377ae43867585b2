package gloss.extract;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * LexRank (Erkan and Radev 2004): the sentences with the highest PageRank, where two sentences are
 * joined if the cosine of their vectors tf · idf is above {@value #THRESHOLD}. tf is how often a
 * word occurs in the sentence, and idf the logarithm of the document's sentences by those that have
 * the word. Of documents of more than 4,000 sentences the first 4,000 are looked at.
 *
 * @param count how many sentences, at most
 */
public record LexRank(int count) implements Extractor {
  static final String NAME = "lexrank";
  private static final double THRESHOLD = 0.1;

  /** Checks the number. */
  public LexRank {
    Extractors.checkCount(count);
  }

  @Override
  public List<Integer> choose(Document document) {
    SentenceWords words = new SentenceWords(TextRank.first(document.sentences()));
    double[] idf = idf(words);
    WordVectors vectors = WordVectors.of(words, word -> idf[word]);
    double[] lengths =
        IntStream.range(0, vectors.size())
            .mapToDouble(i -> Math.sqrt(vectors.product(i, i)))
            .toArray();
    SentenceGraph graph =
        new SentenceGraph(
            vectors.size(),
            (i, j) -> vectors.product(i, j) > THRESHOLD * lengths[i] * lengths[j] ? 1 : 0);
    return SentenceGraph.best(graph.ranks(), count);
  }

  private static double[] idf(SentenceWords words) {
    int n = words.sentences();
    double[] having = new double[words.different()];
    for (int i = 0; i < n; i++) {
      Arrays.stream(words.of(i)).distinct().forEach(word -> having[word]++);
    }
    return Arrays.stream(having).map(count -> Math.log(n / count)).toArray();
  }

  @Override
  public int mostSentences() {
    return SentenceGraph.MOST;
  }

  @Override
  public String name() {
    return Extractors.name(NAME, count);
  }
}
