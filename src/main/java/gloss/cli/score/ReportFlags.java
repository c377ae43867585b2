package gloss.cli.score;

import gloss.cli.terminal.Terminal;
import gloss.score.report.Layout;
import gloss.score.report.Palette;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the report. */
final class ReportFlags {
  private static final String FORMAT = "SACREBLEU_FORMAT";
  private static final int MOST_DECIMALS = 100;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "json",
      description = {
        "json, text or latex (default: ${DEFAULT-VALUE});",
        "the environment variable SACREBLEU_FORMAT goes first."
      })
  private String format;

  @Option(
      names = {"-w", "--width"},
      paramLabel = "N",
      defaultValue = "1",
      description = "Decimals (default: ${DEFAULT-VALUE}).")
  private int width;

  @Option(
      names = {"-sh", "--short"},
      description = "Print the short form of signatures.")
  private boolean shortSignature;

  @Option(
      names = {"-b", "--score-only"},
      description = "Print nothing but the number.")
  private boolean scoreOnly;

  @Option(
      names = {"-nc", "--no-color"},
      description = "No colours on a terminal.")
  private boolean noColor;

  Layout layout(Map<String, String> environment) {
    if (width < 0 || width > MOST_DECIMALS) {
      throw new InputException("the width must be 0 to " + MOST_DECIMALS + ", but is " + width);
    }
    Layout.Format chosen =
        Optional.ofNullable(environment.get(FORMAT))
            .flatMap(ReportFlags::known)
            .or(() -> known(format))
            .orElseThrow(
                () ->
                    new InputException(
                        "no format is called '" + format + "'" + Nearest.hint(format, names())));
    return new Layout(chosen, width, shortSignature, scoreOnly, palette(environment));
  }

  private static Optional<Layout.Format> known(String name) {
    return Arrays.stream(Layout.Format.values())
        .filter(format -> format.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static List<String> names() {
    return Arrays.stream(Layout.Format.values()).map(Layout.Format::toString).toList();
  }

  private Palette palette(Map<String, String> environment) {
    boolean wanted = !noColor && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return wanted && Terminal.interactive() ? Palette.ANSI : Palette.PLAIN;
  }
}
