package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Textual;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of training, written as {@code 400 steps}, {@code 20 epochs}, {@code 500000 tokens},
 * {@code 90 minutes} or {@code 1h30m}; a number alone counts steps.
 *
 * @param count 0 or more
 */
@Textual(
    "a stretch of training such as '400 steps', '20 epochs', '500000 tokens', '90 minutes' or "
        + "'1h30m'")
public record Extent(long count, Unit unit) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,15})(?:\\s*([a-z]{3,}?)s?)?");
  private static final Pattern CLOCK =
      Pattern.compile("(?:([0-9]{1,9})h)?\\s*(?:([0-9]{1,9})m)?\\s*(?:([0-9]{1,9})s)?");
  private static final long SECONDS_A_MINUTE = 60;
  private static final long SECONDS_AN_HOUR = 3600;

  /** What is counted. */
  public enum Unit {
    /** Changes of the weights. */
    STEP,
    /** Passes through the training data. */
    EPOCH,
    /** Items learned from; see {@link Elapsed#tokens}. */
    TOKEN,
    /** Seconds of training, by the clock. */
    SECOND,
    /** Minutes of training, by the clock. */
    MINUTE,
    /** Hours of training, by the clock. */
    HOUR;

    /** Whether it depends on the machine, so that two runs differ. */
    public boolean isTime() {
      return this == SECOND || this == MINUTE || this == HOUR;
    }

    /** How much training there has been, in this unit. */
    public double of(Elapsed elapsed) {
      return switch (this) {
        case STEP -> (double) elapsed.steps();
        case EPOCH -> elapsed.epochs();
        case TOKEN -> (double) elapsed.tokens();
        case SECOND -> elapsed.seconds();
        case MINUTE -> elapsed.seconds() / SECONDS_A_MINUTE;
        case HOUR -> elapsed.seconds() / SECONDS_AN_HOUR;
      };
    }
  }

  /** Fails for less than nothing. */
  public Extent {
    if (count < 0) {
      throw new IllegalArgumentException("must be at least 0, is " + count);
    }
  }

  /** A stretch of so many steps. */
  public static Extent steps(long count) {
    return new Extent(count, Unit.STEP);
  }

  /** Reads the forms above; the unit may be singular, plural or missing. */
  public static Extent parse(String text) {
    String given = text.strip().toLowerCase(Locale.ROOT);
    Matcher clock = CLOCK.matcher(given);
    if (!given.isEmpty() && clock.matches()) {
      return ofSeconds(
          SECONDS_AN_HOUR * part(clock, 1) + SECONDS_A_MINUTE * part(clock, 2) + part(clock, 3));
    }
    Matcher matcher = FORM.matcher(given);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a stretch of training: " + text);
    }
    String unit = matcher.group(2) == null ? "step" : matcher.group(2);
    return new Extent(
        Long.parseLong(matcher.group(1)), Unit.valueOf(unit.toUpperCase(Locale.ROOT)));
  }

  private static long part(Matcher clock, int group) {
    return clock.group(group) == null ? 0 : Long.parseLong(clock.group(group));
  }

  /** In the largest unit that needs no fraction. */
  private static Extent ofSeconds(long seconds) {
    if (seconds % SECONDS_AN_HOUR == 0) {
      return new Extent(seconds / SECONDS_AN_HOUR, Unit.HOUR);
    }
    return seconds % SECONDS_A_MINUTE == 0
        ? new Extent(seconds / SECONDS_A_MINUTE, Unit.MINUTE)
        : new Extent(seconds, Unit.SECOND);
  }

  /** Fails, as a {@link Check} does, unless this is more than nothing. */
  public void checkPositive(String key) {
    Check.that(count > 0, key, "must be more than nothing, is " + this);
  }

  /** What share of it is used up: 1 at its end, more after it. */
  public double share(Elapsed elapsed) {
    return unit.of(elapsed) / (double) count;
  }

  /** Whether it is used up. */
  public boolean isOver(Elapsed elapsed) {
    return unit.of(elapsed) >= count;
  }

  /** Whether a whole number of these stretches ended between two moments. */
  public boolean passed(Elapsed before, Elapsed after) {
    return Math.floor(share(after)) > Math.floor(share(before));
  }

  @Override
  public String toString() {
    return count + " " + unit.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
  }
}
