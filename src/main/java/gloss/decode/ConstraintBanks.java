package gloss.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Dynamic beam allocation (Post and Vilar 2018): hypotheses with as many tokens of the required
 * phrases compete in one bank, and the beam is filled from all banks in turn, the one with the most
 * tokens first. So some hypotheses always make progress, while the beam stays as wide as it is.
 */
record ConstraintBanks(int beam, RequiredPhrases required) implements Selection {
  @Override
  public int count() {
    return beam + 1;
  }

  @Override
  public Choice choose(List<Candidate> candidates, int end) {
    List<Candidate> ended =
        candidates.stream()
            .filter(candidate -> candidate.token() == end)
            .sorted(Candidate.BEST_FIRST)
            .limit(beam)
            .toList();
    Map<Integer, List<Candidate>> banks = new TreeMap<>(Comparator.reverseOrder());
    candidates.stream()
        .filter(candidate -> candidate.token() != end)
        .sorted(Candidate.BEST_FIRST)
        .forEach(
            candidate ->
                banks.computeIfAbsent(met(candidate), m -> new ArrayList<>()).add(candidate));
    List<Candidate> next = new ArrayList<>();
    for (int rank = 0; next.size() < beam; rank++) {
      int place = rank;
      List<Candidate> turn =
          banks.values().stream()
              .filter(bank -> bank.size() > place)
              .map(bank -> bank.get(place))
              .limit(beam - next.size())
              .toList();
      if (turn.isEmpty()) {
        break;
      }
      next.addAll(turn);
    }
    return new Choice(next, ended);
  }

  private int met(Candidate candidate) {
    return required.met(candidate.progress(required));
  }
}
