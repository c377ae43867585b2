package gloss.corpus.check;

/** The fingerprints of a pair. */
public record Prints(long source, long target, long pair) {
  /** Those of a pair. */
  public static Prints of(TextPair pair) {
    long source = Fingerprint.of(pair.source().text());
    long target = Fingerprint.of(pair.target().text());
    return new Prints(source, target, Fingerprint.of(source, target));
  }
}
