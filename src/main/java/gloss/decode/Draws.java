package gloss.decode;

import java.util.List;

/** Sampling: each of the hypotheses goes on with the token that was drawn for it. */
record Draws(int samples) implements Selection {
  @Override
  public int groups() {
    return samples;
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  public Choice choose(List<Candidate> candidates, int end) {
    return new Choice(
        candidates.stream().filter(candidate -> candidate.token() != end).toList(),
        candidates.stream().filter(candidate -> candidate.token() == end).toList());
  }
}
