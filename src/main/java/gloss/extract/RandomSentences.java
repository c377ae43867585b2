package gloss.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Sentences at random: any set of so many is as likely as any other. What is drawn depends on the
 * seed and the sentences alone, not on what else is summarized.
 *
 * @param count how many, at most
 */
public record RandomSentences(int count, long seed) implements Extractor {
  static final String NAME = "random";

  /** Checks the number. */
  public RandomSentences {
    Extractors.checkCount(count);
  }

  /** With the seed 1. */
  public RandomSentences(int count) {
    this(count, 1);
  }

  @Override
  public List<Integer> choose(Document document) {
    List<Integer> places =
        new ArrayList<>(IntStream.range(0, document.sentences().size()).boxed().toList());
    Collections.shuffle(places, new Random(31 * seed + document.sentences().hashCode()));
    return places.stream().limit(count).sorted().toList();
  }

  @Override
  public String name() {
    return Extractors.name(NAME, count);
  }
}
