package gloss.cli;

/**
 * A command from a part of the program that is not always there, found by {@link
 * java.util.ServiceLoader}.
 */
public interface CommandProvider {
  /** An object that picocli takes as a command. */
  Object command();
}
