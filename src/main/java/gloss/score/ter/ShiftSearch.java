package gloss.score.ter;

/**
 * Tercom's greedy search for the shifts that shorten the edit distance most, with sacreBLEU's
 * limits.
 *
 * <p>In every round all sequences of up to {@value #MAX_LENGTH} words that also stand in the
 * reference, at most {@value #MAX_DISTANCE} places away, are tried where both sides have an error.
 * The best shift is the one that gains most, then the longest, then the earliest in the hypothesis,
 * then the one moved furthest to the front; it is applied, and the next round begins. The search
 * ends when nothing is gained, or after {@value #MAX_CANDIDATES} trials; the round that reaches
 * that number is not applied. So an edit rate costs at most about {@value #MAX_CANDIDATES} partial
 * edit distances, each linear in the length of the hypothesis.
 */
final class ShiftSearch {
  private static final int MAX_LENGTH = 10;
  private static final int MAX_DISTANCE = 50;
  private static final int MAX_CANDIDATES = 1000;

  private final BeamDistance distance = new BeamDistance();
  private int[] reference = new int[0];
  private int[] words = new int[0];

  /** The words with the shift that is being tried. */
  private int[] trial = new int[0];

  // For the alignment behind the present distance: errors before each place, and for every word of
  // the reference the place in the hypothesis.
  private int[] hypothesisErrors = new int[0];
  private int[] referenceErrors = new int[0];
  private int[] aligned = new int[0];

  private int candidates;
  private int bestGain;
  private int bestStart;
  private int bestLength;
  private int bestTarget;

  /** The least number of edits found from one sequence of word numbers to another. */
  int edits(int[] hypothesis, int[] wanted) {
    if (wanted.length == 0) {
      return hypothesis.length;
    }
    reference = wanted;
    words = hypothesis.clone();
    trial = hypothesis.clone();
    candidates = 0;
    int shifts = 0;
    distance.fill(words, reference);
    while (improve()) {
      shifts++;
      distance.fill(words, reference);
    }
    int edits = shifts + distance.distance();
    distance.trim();
    return edits;
  }

  /** Applies the best shift; false if there is none or the search has taken long enough. */
  private boolean improve() {
    align();
    bestLength = 0;
    bestGain = 0;
    for (int start = 0; start < words.length && candidates < MAX_CANDIDATES; start++) {
      tryFrom(start);
    }
    if (candidates >= MAX_CANDIDATES || bestLength == 0 || bestGain <= 0) {
      return false;
    }
    move(words, words.clone(), bestStart, bestLength, bestTarget);
    trial = words.clone();
    return true;
  }

  private void tryFrom(int start) {
    int last = Math.min(reference.length - 1, start + MAX_DISTANCE);
    for (int place = Math.max(0, start - MAX_DISTANCE); place <= last; place++) {
      int most = Math.min(MAX_LENGTH, Math.min(words.length - start, reference.length - place));
      for (int n = 1; n <= most && words[start + n - 1] == reference[place + n - 1]; n++) {
        if (isWorthwhile(start, place, n)) {
          tryTargets(start, place, n);
          if (candidates >= MAX_CANDIDATES) {
            return;
          }
        }
      }
    }
  }

  private boolean isWorthwhile(int start, int place, int length) {
    return hypothesisErrors[start + length] > hypothesisErrors[start]
        && referenceErrors[place + length] > referenceErrors[place]
        && (aligned[place] < start || aligned[place] >= start + length);
  }

  private void tryTargets(int start, int place, int length) {
    int previous = -1;
    for (int offset = -1; offset < length; offset++) {
      int target = place + offset == -1 ? 0 : aligned[place + offset] + 1;
      if (target != previous) {
        previous = target;
        candidates++;
        tryShift(start, length, target);
      }
    }
  }

  private void tryShift(int start, int length, int target) {
    int first = Math.min(start, target);
    int end = move(trial, words, start, length, target);
    int gain = distance.distance() - distance.distance(trial, first, end);
    System.arraycopy(words, first, trial, first, end - first);
    if (bestLength == 0 || isBetter(gain, length, start, target)) {
      bestGain = gain;
      bestLength = length;
      bestStart = start;
      bestTarget = target;
    }
  }

  private boolean isBetter(int gain, int length, int start, int target) {
    if (gain != bestGain) {
      return gain > bestGain;
    }
    if (length != bestLength) {
      return length > bestLength;
    }
    return start != bestStart ? start < bestStart : target < bestTarget;
  }

  /**
   * Moves the block at {@code start} so that it stands before {@code target}, or, where the target
   * lies inside the block, as far to the right as the target lies behind its start. Returns the end
   * of the places that changed; the first is the smaller of start and target.
   */
  private static int move(int[] to, int[] from, int start, int length, int target) {
    if (target < start) {
      System.arraycopy(from, start, to, target, length);
      System.arraycopy(from, target, to, target + length, start - target);
      return start + length;
    }
    int end = target > start + length ? target : Math.min(from.length, target + length);
    int between = end - start - length;
    System.arraycopy(from, start + length, to, start, between);
    System.arraycopy(from, start, to, start + between, length);
    return end;
  }

  /** Follows the best way back through the table. */
  private void align() {
    int i = words.length;
    int j = reference.length;
    ensure(i + 1, j + 1);
    while (i > 0 || j > 0) {
      byte move = distance.move(i, j);
      int error = move == BeamDistance.MATCH ? 0 : 1;
      if (move != BeamDistance.INSERT) {
        hypothesisErrors[i--] = error;
      }
      if (move != BeamDistance.DELETE) {
        aligned[j - 1] = move == BeamDistance.INSERT ? i - 1 : i;
        referenceErrors[j--] = error;
      }
    }
    sum(hypothesisErrors, words.length);
    sum(referenceErrors, reference.length);
  }

  private static void sum(int[] errors, int length) {
    errors[0] = 0;
    for (int i = 1; i <= length; i++) {
      errors[i] += errors[i - 1];
    }
  }

  private void ensure(int hypothesisPlaces, int referencePlaces) {
    if (hypothesisErrors.length < hypothesisPlaces) {
      hypothesisErrors = new int[hypothesisPlaces];
    }
    if (referenceErrors.length < referencePlaces) {
      referenceErrors = new int[referencePlaces];
      aligned = new int[referencePlaces];
    }
  }
}
