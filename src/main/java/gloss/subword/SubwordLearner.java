package gloss.subword;

import gloss.text.InputException;
import java.util.List;

/**
 * Learns {@link Subwords} from lines that are read once and not kept: only the counts of their
 * pieces are, of up to 2²⁰ different ones, so that a text of any size takes some hundred MB of
 * memory. Where a text has more, the rarer half is forgotten: words seen once or a few times, which
 * hardly count in what is merged.
 *
 * <p>Up to 2²⁰ different pieces the same lines in any order give the same subwords. Not safe for
 * several threads.
 */
public final class SubwordLearner {
  private static final int MOST_PIECES = 1 << 20;

  private final CountedWords pieces = new CountedWords(MOST_PIECES);
  private final BpeSettings settings;

  /** A learner that has not read anything yet. */
  public SubwordLearner(BpeSettings settings) {
    this.settings = settings;
  }

  /** Takes in a line. */
  public void add(String line) {
    for (int start = 0, end; start < line.length(); start = end) {
      end = PreTokenizer.end(line, start);
      pieces.add(line, start, end);
    }
  }

  /**
   * The subwords of all lines so far.
   *
   * @throws InputException if a line was not valid Unicode, or a special token is also a learned
   *     one
   */
  public Subwords learn() {
    Symbols symbols = new Symbols();
    int[] byteSymbols = new int[256];
    for (int b = 0; b < 256; b++) {
      byteSymbols[b] = symbols.id(ByteAlphabet.symbol(b));
    }
    List<Merge> learned =
        BpeLearner.learn(
            symbols,
            pieces.spelled(piece -> Subwords.spell(piece, byteSymbols)),
            settings.merges(),
            settings.minCount());
    return Subwords.of(settings.specials(), learned);
  }
}
