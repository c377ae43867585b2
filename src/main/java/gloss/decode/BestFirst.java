package gloss.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Beam search: the likeliest stay. A continuation by the end mark that is among the {@code beam}
 * best is a finished hypothesis.
 */
record BestFirst(int beam) implements Selection {
  /** A hypothesis may supply the whole next beam, and end; a single one does either. */
  @Override
  public int count() {
    return beam == 1 ? 1 : beam + 1;
  }

  @Override
  public Choice choose(List<Candidate> candidates, int end) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(Candidate.BEST_FIRST);
    List<Candidate> next = new ArrayList<>();
    List<Candidate> ended = new ArrayList<>();
    for (int rank = 0; rank < sorted.size() && next.size() < beam; rank++) {
      Candidate candidate = sorted.get(rank);
      if (candidate.token() != end) {
        next.add(candidate);
      } else if (rank < beam) {
        ended.add(candidate);
      }
    }
    return new Choice(next, ended);
  }
}
