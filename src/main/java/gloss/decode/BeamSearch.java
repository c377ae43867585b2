package gloss.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Beam search over a batch of sequences.
 *
 * <p>At each step every hypothesis is continued with its likeliest tokens, and of all continuations
 * of a sequence the best stay. A continuation by the end mark that is among the {@code beam} best
 * is a finished hypothesis. A sequence is done when it has {@code beam} finished hypotheses or has
 * reached its longest length; its rows then leave the batch.
 */
public final class BeamSearch {
  private final SearchOptions options;

  /** A search with the given options. */
  public BeamSearch(SearchOptions options) {
    this.options = options;
  }

  /**
   * Searches for each sequence of the batch.
   *
   * @param model with one row a sequence, in order
   * @param maxLengths longest output of each sequence, end mark not counted
   * @return for each sequence its finished hypotheses, best first; at least one
   */
  public List<List<Hypothesis>> search(NextTokens model, int[] maxLengths) {
    List<SequenceSearch> searches = new ArrayList<>();
    for (int maxLength : maxLengths) {
      searches.add(new SequenceSearch(options, maxLength));
    }
    int[] newest = new int[maxLengths.length];
    Arrays.fill(newest, options.marks().begin());
    // Enough for the beam to be filled where the end mark or a forbidden one comes first.
    int count = 2 * options.beam() + options.marks().never();
    while (newest.length > 0) {
      NextTokens.Top top = model.next(newest, count);
      Rows rows = advance(searches, top);
      if (!rows.sameAs(newest.length)) {
        model.select(rows.origins());
      }
      newest = rows.tokens();
    }
    return searches.stream().map(SequenceSearch::finished).toList();
  }

  private static Rows advance(List<SequenceSearch> searches, NextTokens.Top top) {
    Rows rows = new Rows();
    int row = 0;
    for (SequenceSearch search : searches) {
      int width = search.width();
      if (width > 0) {
        search.advance(top, row, rows);
        row += width;
      }
    }
    return rows;
  }

  /** The rows of the next step: which row each comes from, and its newest token. */
  static final class Rows {
    private final List<Integer> origins = new ArrayList<>();
    private final List<Integer> tokens = new ArrayList<>();

    void add(int origin, int token) {
      origins.add(origin);
      tokens.add(token);
    }

    int[] origins() {
      return origins.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] tokens() {
      return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether there are {@code count} rows, each where it was; with none left nothing moves. */
    boolean sameAs(int count) {
      for (int i = 0; i < origins.size(); i++) {
        if (origins.get(i) != i) {
          return false;
        }
      }
      return origins.size() == count || origins.isEmpty();
    }
  }
}
