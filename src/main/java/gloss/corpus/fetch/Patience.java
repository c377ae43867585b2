package gloss.corpus.fetch;

import java.time.Duration;

/**
 * How long a transfer waits, and how often it is tried again.
 *
 * @param silence how long a server may say nothing at all
 * @param leastBytes what must come within that time, so that a trickle counts as silence
 * @param pause time before a transfer that was cut goes on
 * @param cuts how often a transfer from one address may be cut and go on
 */
public record Patience(Duration silence, long leastBytes, Duration pause, int cuts) {
  /** For the open internet. */
  public static final Patience USUAL =
      new Patience(Duration.ofSeconds(30), 3000, Duration.ofSeconds(2), 5);
}
