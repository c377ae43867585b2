package gloss.extract;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The first sentences.
 *
 * @param count how many, at most
 */
public record Lead(int count) implements Extractor {
  static final String NAME = "lead";

  /** Checks the number. */
  public Lead {
    Extractors.checkCount(count);
  }

  @Override
  public List<Integer> choose(Document document) {
    return IntStream.range(0, Math.min(count, document.sentences().size())).boxed().toList();
  }

  @Override
  public String name() {
    return Extractors.name(NAME, count);
  }
}
