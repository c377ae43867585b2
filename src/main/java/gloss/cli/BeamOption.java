package gloss.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the commands' option {@code --beam} may be. */
final class BeamOption {
  private BeamOption() {}

  /** Fails as wrong use unless the beam is left out or at least 1. */
  static void check(@Nullable Integer beam, CommandSpec spec) {
    if (beam != null && beam < 1) {
      throw new ParameterException(spec.commandLine(), "--beam must be at least 1, is " + beam);
    }
  }
}
