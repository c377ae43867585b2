package gloss.cli.terminal;

import java.io.Console;
import java.util.Optional;

/** Whether somebody is watching, and how much fits into a line. */
public final class Terminal {
  private static final int USUAL_WIDTH = 80;

  private Terminal() {}

  /** Whether stderr is a terminal, so that progress may be shown; the launcher knows. */
  public static boolean attached() {
    return Boolean.getBoolean("gloss.terminal");
  }

  /** How many characters fit into a line. */
  public static int columns() {
    int columns = Integer.getInteger("gloss.columns", USUAL_WIDTH);
    return columns > 0 ? columns : USUAL_WIDTH;
  }

  /** How many characters fit into a line of stderr; 0 where it is no terminal. */
  public static int width() {
    return attached() ? columns() : 0;
  }

  /** Whether stdin and stdout are a terminal, so that results may be in colour. */
  public static boolean interactive() {
    return Optional.ofNullable(System.console()).filter(Terminal::isTerminal).isPresent();
  }

  /** From JDK 22 on there is a console without a terminal, too, and it can be asked. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
