package gloss.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The beam of one sequence. */
final class SequenceSearch {
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::logProbability).reversed();

  private final SearchOptions options;
  private final int maxLength;
  private final List<Hypothesis> finished = new ArrayList<>();
  private List<Partial> beam;

  /** A hypothesis that is not finished: a chain from its newest token back to the first. */
  private record Partial(@Nullable Partial before, int token, double logProbability, int length) {
    int[] tokens() {
      int[] tokens = new int[length];
      Partial at = this;
      for (int i = length - 1; i >= 0 && at != null; i--) {
        tokens[i] = at.token;
        at = at.before;
      }
      return tokens;
    }
  }

  /** A continuation of the hypothesis in {@code row} of the beam. */
  private record Candidate(int row, int token, double logProbability) {}

  SequenceSearch(SearchOptions options, int maxLength) {
    this.options = options;
    this.maxLength = maxLength;
    beam = List.of(new Partial(null, options.marks().begin(), 0, 0));
  }

  /** How many rows of the batch are this sequence's. */
  int width() {
    return beam.size();
  }

  /** The finished hypotheses, best first. */
  List<Hypothesis> finished() {
    return finished.stream()
        .sorted(Comparator.comparingDouble(Hypothesis::score).reversed())
        .toList();
  }

  /**
   * Continues all hypotheses by one token.
   *
   * @param firstRow of this sequence in {@code top}
   * @param rows takes the rows of the next step
   */
  void advance(NextTokens.Top top, int firstRow, BeamSearch.Rows rows) {
    List<Partial> next = new ArrayList<>();
    List<Integer> origins = new ArrayList<>();
    int rank = 0;
    for (Candidate candidate : candidates(top, firstRow)) {
      Partial from = beam.get(candidate.row);
      if (candidate.token == options.marks().end()) {
        if (rank < options.beam()) {
          finish(from, candidate.logProbability, from.length + 1);
        }
      } else if (next.size() < options.beam()) {
        next.add(new Partial(from, candidate.token, candidate.logProbability, from.length + 1));
        origins.add(firstRow + candidate.row);
      }
      rank++;
    }
    if (isDone(next)) {
      next = List.of();
    }
    beam = next;
    for (int i = 0; i < beam.size(); i++) {
      rows.add(origins.get(i), beam.get(i).token);
    }
  }

  /** Whether nothing is left to do; hypotheses that are as long as may be end as they are. */
  private boolean isDone(List<Partial> next) {
    if (finished.size() >= options.beam()) {
      return true;
    }
    boolean full = next.stream().anyMatch(partial -> partial.length >= maxLength);
    if (full) {
      next.forEach(partial -> finish(partial, partial.logProbability, partial.length));
    }
    return full;
  }

  private List<Candidate> candidates(NextTokens.Top top, int firstRow) {
    List<Candidate> candidates = new ArrayList<>();
    for (int row = 0; row < beam.size(); row++) {
      double before = beam.get(row).logProbability;
      for (int k = 0; k < top.count(); k++) {
        int at = (firstRow + row) * top.count() + k;
        if (!options.marks().forbids(top.tokens()[at])) {
          candidates.add(new Candidate(row, top.tokens()[at], before + top.logProbabilities()[at]));
        }
      }
    }
    candidates.sort(BEST_FIRST);
    return candidates;
  }

  private void finish(Partial partial, double logProbability, int length) {
    double score = logProbability / options.lengthPenalty().of(length);
    finished.add(new Hypothesis(partial.tokens(), logProbability, score));
  }
}
