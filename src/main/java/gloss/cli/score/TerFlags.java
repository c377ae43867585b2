package gloss.cli.score;

import gloss.score.ter.Ter;
import picocli.CommandLine.Option;

/** Options of TER. */
final class TerFlags {
  @Option(names = "--ter-case-sensitive", description = "Mind case in TER.")
  private boolean caseSensitive;

  @Option(
      names = "--ter-asian-support",
      description = "Normalize and remove Chinese and Japanese characters, too.")
  private boolean asianSupport;

  @Option(names = "--ter-no-punct", description = "Remove punctuation.")
  private boolean noPunctuation;

  @Option(names = "--ter-normalized", description = "Split off punctuation.")
  private boolean normalized;

  Ter.Builder settings() {
    return Ter.builder()
        .caseSensitive(caseSensitive)
        .asianSupport(asianSupport)
        .noPunctuation(noPunctuation)
        .normalized(normalized);
  }
}
