package gloss.spark;

import gloss.text.InputException;
import java.io.InvalidClassException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkException;

/** Work that failed on a cluster; the message is one line that says what failed there. */
public final class ClusterFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What Spark says of the last of several attempts, in front of a stack trace as text. */
  private static final Pattern LAST =
      Pattern.compile("\\(TID \\d+\\) \\((?<host>\\S+)[^)]*\\): (?<trace>[\\w.$]+(?s:.*))");

  /** The same of tasks that depend on each other. */
  private static final Pattern BARRIER =
      Pattern.compile(
          "barrier task (?<host>\\w+)\\([\\d, ]+\\) finished"
              + " unsuccessfully\\.\\s*(?<trace>(?s:.*))");

  private static final Pattern THROWN =
      Pattern.compile("(?m)^(?:Caused by: )?(?<type>[\\w.$]+)(?:: (?<what>.*))?$");

  /** What comes of programs whose parts are of different versions. */
  private static final Set<String> OTHER_CLASSES =
      Stream.of(
              InvalidClassException.class,
              NoSuchMethodError.class,
              NoSuchFieldError.class,
              AbstractMethodError.class,
              IllegalAccessError.class,
              UnsupportedClassVersionError.class)
          .map(Class::getName)
          .collect(Collectors.toUnmodifiableSet());

  ClusterFailure(String message) {
    super(message);
  }

  private ClusterFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * What is to be told of an exception that came out of Spark: the mistake of the user or the
   * failure behind it.
   */
  public static RuntimeException of(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputException || cause instanceof ClusterFailure) {
        return (RuntimeException) cause;
      }
      if (OTHER_CLASSES.contains(cause.getClass().getName())) {
        return otherClasses(String.valueOf(cause), e);
      }
      Matcher last = LAST.matcher(String.valueOf(cause.getMessage()));
      if (last.find()) {
        return ofTask(last, e);
      }
      Matcher barrier = BARRIER.matcher(String.valueOf(cause.getMessage()));
      if (barrier.find()) {
        return ofTask(barrier, e);
      }
    }
    if (e instanceof RuntimeException unchecked && !(e.getCause() instanceof SparkException)) {
      return unchecked;
    }
    return new ClusterFailure("Spark: " + firstLine(String.valueOf(e.getMessage())), e);
  }

  /** What was thrown first says more than what was made of it, unless it was meant for the user. */
  private static RuntimeException ofTask(Matcher last, Exception e) {
    String told = firstLine(last.group("trace"));
    Matcher thrown = THROWN.matcher(last.group("trace"));
    while (thrown.find()) {
      String type = thrown.group("type");
      String what = thrown.group("what") == null ? "" : thrown.group("what");
      if (type.equals(InputException.class.getName())) {
        return new InputException(what, e);
      }
      if (type.equals(ClusterFailure.class.getName())) {
        return new ClusterFailure("on " + last.group("host") + ": " + what, e);
      }
      if (OTHER_CLASSES.contains(type)
          || (type.equals(NoClassDefFoundError.class.getName()) && what.startsWith("gloss/"))
          || (type.equals(ClassNotFoundException.class.getName()) && what.startsWith("gloss."))
          || what.equals("Invalid lambda deserialization")) {
        return otherClasses(type + ": " + what, e);
      }
      told = type.substring(type.lastIndexOf('.') + 1) + (what.isEmpty() ? "" : ": " + what);
    }
    return new ClusterFailure("a task failed on " + last.group("host") + ": " + told, e);
  }

  private static ClusterFailure otherClasses(String what, Exception e) {
    return new ClusterFailure(
        "workers have another version of Gloss, Spark or Java than the driver ("
            + firstLine(what)
            + ")",
        e);
  }

  private static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse("");
  }
}
