package gloss.recipe;

import gloss.yaml.Textual;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of training, written as {@code 400 steps}, {@code 20 epochs}, {@code 90 minutes} or
 * {@code 1 hour}; a number alone counts steps.
 *
 * @param count 1 or more
 */
@Textual("a stretch of training such as '400 steps', '20 epochs', '90 minutes' or '2 hours'")
public record Extent(long count, Unit unit) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,15})(?:\\s*([a-z]+?)s?)?");

  /** What is counted. */
  public enum Unit {
    /** Changes of the weights. */
    STEP,
    /** Passes through the training data. */
    EPOCH,
    /** Minutes of training, by the clock. */
    MINUTE,
    /** Hours of training, by the clock. */
    HOUR;

    /** Whether it depends on the machine, so that two runs differ. */
    public boolean isTime() {
      return this == MINUTE || this == HOUR;
    }
  }

  /** Fails for an empty stretch. */
  public Extent {
    if (count < 1) {
      throw new IllegalArgumentException("must be at least 1, is " + count);
    }
  }

  /** Reads the form that {@link #toString} writes; the unit may be singular, plural or missing. */
  public static Extent parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a stretch of training: " + text);
    }
    String unit = matcher.group(2) == null ? "step" : matcher.group(2);
    return new Extent(
        Long.parseLong(matcher.group(1)), Unit.valueOf(unit.toUpperCase(Locale.ROOT)));
  }

  @Override
  public String toString() {
    return count + " " + unit.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
  }
}
