package gloss.cli.score;

import gloss.score.chrf.Chrf;
import picocli.CommandLine.Option;

/** Options of chrF. */
final class ChrfFlags {
  @Option(
      names = {"-cc", "--chrf-char-order"},
      paramLabel = "N",
      defaultValue = "6",
      description = "Longest n-gram of characters (default: ${DEFAULT-VALUE}).")
  private int charOrder;

  @Option(
      names = {"-cw", "--chrf-word-order"},
      paramLabel = "N",
      defaultValue = "0",
      description = "Longest n-gram of words; 2 for chrF++ (default: ${DEFAULT-VALUE}).")
  private int wordOrder;

  @Option(
      names = "--chrf-beta",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many times recall weighs more than precision (default: ${DEFAULT-VALUE}).")
  private int beta;

  @Option(names = "--chrf-whitespace", description = "Count white space as characters.")
  private boolean whitespace;

  @Option(names = "--chrf-lowercase", description = "Ignore case in chrF.")
  private boolean lowercase;

  @Option(names = "--chrf-eps-smoothing", description = "Smooth as chrF++.py, NLTK and Moses do.")
  private boolean epsSmoothing;

  Chrf.Builder settings() {
    return Chrf.builder()
        .charOrder(charOrder)
        .wordOrder(wordOrder)
        .beta(beta)
        .whitespace(whitespace)
        .lowercase(lowercase)
        .epsSmoothing(epsSmoothing);
  }
}
