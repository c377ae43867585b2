package gloss.train;

/**
 * Why a run ended.
 *
 * @param complete whether training is over; otherwise it was interrupted and may be resumed
 * @param reason in words
 */
public record Stop(boolean complete, String reason) {
  /** The user wanted it. */
  static final Stop INTERRUPTED = new Stop(false, "interrupted");
}
