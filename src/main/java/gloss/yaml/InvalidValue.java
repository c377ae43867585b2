package gloss.yaml;

/**
 * A component of a record that is not valid, thrown by the record's constructor. {@link
 * RecordReader} adds the file and the line.
 */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String key;
  private final String reason;

  /**
   * Makes the exception.
   *
   * @param key the key as it stands in the file, with dots where it lies deeper: {@code
   *     training.validate.metric}
   * @param reason what is wrong with it: {@code must be at least 1, is 0}
   */
  public InvalidValue(String key, String reason) {
    super(key + ": " + reason);
    this.key = key;
    this.reason = reason;
  }

  /** The key as it stands in the file, seen from the record that threw. */
  public String key() {
    return key;
  }

  /** What is wrong, without the key. */
  public String reason() {
    return reason;
  }
}
