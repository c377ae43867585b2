package gloss.score.rouge.script;

/**
 * What a measure counts in one document.
 *
 * @param hits units that both texts have
 * @param ofHypothesis units of the hypothesis, once per reference that counts
 * @param ofReference units of the references that count
 */
record Counts(double hits, double ofHypothesis, double ofReference) {
  Counts plus(Counts other) {
    return new Counts(
        hits + other.hits, ofHypothesis + other.ofHypothesis, ofReference + other.ofReference);
  }
}
