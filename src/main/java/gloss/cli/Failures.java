package gloss.cli;

import gloss.text.InputException;
import gloss.text.Nearest;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns failures into one line on stderr and an exit code. */
final class Failures {
  static final int FAILED = 1;
  static final int WRONG_USE = 2;

  private Failures() {}

  /** A command threw: the user's mistake exits with 2, anything else with 1. */
  static int onException(Exception e, CommandLine command, ParseResult parsed) {
    tell(e, command);
    return e instanceof InputException ? WRONG_USE : FAILED;
  }

  /** The JVM came to an end of its means. */
  static int onError(Error e, CommandLine command) {
    tell(e, command);
    return FAILED;
  }

  private static void tell(Throwable e, CommandLine command) {
    Gloss gloss = (Gloss) command.getCommandSpec().root().userObject();
    PrintWriter err = command.getErr();
    err.println("gloss: " + describe(e));
    if (gloss.debug()) {
      e.printStackTrace(err);
    }
    err.flush();
  }

  /** The arguments did not parse. */
  static int onWrongUse(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    PrintWriter err = command.getErr();
    err.println("gloss: " + wrongUse(e) + "; see '" + name + " --help'");
    err.flush();
    return WRONG_USE;
  }

  private static String wrongUse(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return describe(e);
    }
    String word = unmatched.getUnmatched().get(0);
    CommandLine command = e.getCommandLine();
    if (word.startsWith("-")) {
      String option = word.split("=", 2)[0];
      return unknown("option", option, command.getCommandSpec().optionsMap().keySet());
    }
    if (!command.getSubcommands().isEmpty()) {
      return unknown("command", word, command.getSubcommands().keySet());
    }
    return "one argument too many: '" + word + "'";
  }

  private static String unknown(String what, String word, Collection<String> known) {
    return "unknown "
        + what
        + " '"
        + word
        + "'"
        + Nearest.to(word, known).map(n -> "; did you mean '" + n + "'?").orElse("");
  }

  static String describe(Throwable e) {
    if (e instanceof UncheckedIOException && e.getCause() != null) {
      return describe(e.getCause());
    }
    if (e instanceof FileSystemException file) {
      return file.getFile() + ": " + reason(file);
    }
    if (e instanceof OutOfMemoryError) {
      return "out of memory; a larger heap is set with, for example, GLOSS_HEAP=4g";
    }
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName() + " (run with --debug for details)"
        : oneLine(message);
  }

  private static String reason(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "is in the way: it is a file, or exists already";
    }
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
