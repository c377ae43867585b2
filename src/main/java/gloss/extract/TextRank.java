package gloss.extract;

import java.util.List;

/**
 * TextRank (Mihalcea and Tarau 2004, section 4): the sentences with the highest PageRank, where two
 * sentences are joined by
 *
 * <pre>number of words that both have / (ln words of the one + ln words of the other)</pre>
 *
 * <p>and by nothing where the denominator is 0. Of documents of more than 4,000 sentences the first
 * 4,000 are looked at.
 *
 * @param count how many sentences, at most
 */
public record TextRank(int count) implements Extractor {
  static final String NAME = "textrank";

  /** Checks the number. */
  public TextRank {
    Extractors.checkCount(count);
  }

  @Override
  public List<Integer> choose(Document document) {
    SentenceWords words = new SentenceWords(first(document.sentences()));
    WordVectors vectors = WordVectors.of(words, word -> 1);
    SentenceGraph graph =
        new SentenceGraph(
            words.sentences(),
            (i, j) -> {
              double logs = Math.log(words.of(i).length) + Math.log(words.of(j).length);
              return logs > 0 ? vectors.common(i, j) / logs : 0;
            });
    return SentenceGraph.best(graph.ranks(), count);
  }

  static List<String> first(List<String> sentences) {
    return sentences.subList(0, Math.min(sentences.size(), SentenceGraph.MOST));
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
