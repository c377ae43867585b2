package gloss.extract;

import gloss.score.rouge.RougeTokenizers;
import gloss.score.token.Tokenizer;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The extract that fits the references best, as far as a greedy search finds it (Nallapati et al.
 * 2017; Liu and Lapata 2019): the sentence that raises F of ROUGE-1 plus F of ROUGE-2 most is
 * added, until none does. Of several references the best one counts, for each of the two.
 *
 * @param count how many sentences, at most
 * @param tokenizer finds the words
 */
public record Oracle(int count, Tokenizer tokenizer) implements Extractor {
  static final String NAME = "oracle";

  /** Checks the number. */
  public Oracle {
    Extractors.checkCount(count);
  }

  /** With the words of {@code rouge_score}: a to z and 0 to 9. */
  public Oracle(int count) {
    this(count, RougeTokenizers.LATIN);
  }

  /** As many sentences as raise the score. */
  public static Oracle ofAnyLength(Tokenizer tokenizer) {
    return new Oracle(Integer.MAX_VALUE, tokenizer);
  }

  @Override
  public boolean needsReferences() {
    return true;
  }

  @Override
  public List<Integer> choose(Document document) {
    if (document.references().isEmpty()) {
      throw new InputException("the method oracle needs references");
    }
    Fits fits = new Fits(document, tokenizer);
    List<Integer> chosen = List.of();
    double best = 0;
    while (chosen.size() < count) {
      List<Integer> longer = chosen;
      for (int place = 0; place < document.sentences().size(); place++) {
        List<Integer> candidate = with(chosen, place);
        double score = fits.of(candidate);
        if (score > best) {
          best = score;
          longer = candidate;
        }
      }
      if (longer.size() == chosen.size()) {
        return chosen;
      }
      chosen = longer;
    }
    return chosen;
  }

  private static List<Integer> with(List<Integer> places, int place) {
    List<Integer> more = new ArrayList<>(places);
    if (!more.contains(place)) {
      more.add(place);
      more.sort(null);
    }
    return more;
  }

  /** How well any sentences of a document fit its references; words are read once. */
  private static final class Fits {
    private final Tokenizer tokenizer;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> sentences;
    private final List<List<NgramFit>> references = new ArrayList<>();

    Fits(Document document, Tokenizer tokenizer) {
      this.tokenizer = tokenizer;
      sentences = document.sentences().stream().map(this::words).toList();
      List<int[]> texts = document.references().stream().map(this::words).toList();
      for (int order : new int[] {1, 2}) {
        references.add(texts.stream().map(text -> new NgramFit(order, text)).toList());
      }
    }

    private int[] words(String text) {
      return tokenizer.tokenize(text).stream()
          .mapToInt(word -> numbers.computeIfAbsent(word, unseen -> numbers.size()))
          .toArray();
    }

    double of(List<Integer> places) {
      int[] words =
          places.stream().flatMapToInt(place -> IntStream.of(sentences.get(place))).toArray();
      return references.stream()
          .mapToDouble(
              fits -> fits.stream().mapToDouble(fit -> fit.fmeasure(words)).max().orElse(0))
          .sum();
    }
  }

  @Override
  public String name() {
    return Extractors.name(NAME, count);
  }
}
