package gloss.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Diverse beam search (Vijayakumar et al. 2018) with Hamming diversity: each group has a beam of
 * its own, and a token costs {@code strength} for each time an earlier group has chosen it in the
 * same step. What it costs decides in this step alone and is not part of a score.
 */
record DiverseGroups(int beam, int groups, double strength) implements Selection {
  /** Beside its own a group may have to pass over what all others have chosen. */
  @Override
  public int count() {
    return beam + 1;
  }

  @Override
  public Choice choose(List<Candidate> candidates, int end) {
    BestFirst ofGroup = new BestFirst(beam / groups);
    Map<Integer, Integer> chosen = new HashMap<>();
    List<Candidate> next = new ArrayList<>();
    List<Candidate> ended = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      int group = i;
      List<Candidate> dearer =
          candidates.stream()
              .filter(candidate -> candidate.from().group() == group)
              .map(c -> c.dearer(strength * chosen.getOrDefault(c.token(), 0)))
              .toList();
      Choice choice = ofGroup.choose(dearer, end);
      choice.next().forEach(candidate -> chosen.merge(candidate.token(), 1, Integer::sum));
      next.addAll(choice.next());
      ended.addAll(choice.ended());
    }
    return new Choice(next, ended);
  }
}
