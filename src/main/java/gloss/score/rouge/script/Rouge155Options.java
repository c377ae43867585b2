package gloss.score.rouge.script;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The options of ROUGE-1.5.5 that change what it prints.
 *
 * @param measures what is computed
 * @param reading how texts are read
 * @param scoring how counts become scores
 * @param resampling how confidence intervals are made
 * @param everyDocument {@code -d}: whether the scores of every document are printed too
 */
public record Rouge155Options(
    Measures measures,
    Reading reading,
    Scoring scoring,
    Resamples resampling,
    boolean everyDocument) {

  /** What skip-bigrams are counted with. */
  public enum Unigrams {
    /** Skip-bigrams alone: ROUGE-S. */
    WITHOUT,
    /** {@code -u}: with unigrams: ROUGE-SU. */
    WITH,
    /** {@code -U}: both measures. */
    BOTH
  }

  /**
   * What is computed.
   *
   * @param maxOrder {@code -n}: ROUGE-1 to this order; 0 for none
   * @param lcs whether ROUGE-L is computed, as it is without {@code -x}
   * @param weight {@code -w}: the exponent of ROUGE-W as the user wrote it
   * @param gap {@code -2}: the longest gap of ROUGE-S; below 0 any
   * @param unigrams {@code -u} or {@code -U}
   */
  public record Measures(
      int maxOrder, boolean lcs, Optional<String> weight, OptionalInt gap, Unigrams unigrams) {}

  /**
   * How texts are read.
   *
   * @param stem {@code -m}: whether words of more than three letters are compared by their stems
   * @param withoutStopWords {@code -s}: whether stop words are removed
   * @param limit {@code -l} or {@code -b}: how much of a text counts
   * @param data {@code -e}: a folder with {@code smart_common_words.txt} or WordNet's {@code *.exc}
   *     files, or one such file
   */
  public record Reading(
      boolean stem, boolean withoutStopWords, LengthLimit limit, Optional<Path> data) {}

  /**
   * How confidence intervals are made.
   *
   * @param confidence {@code -c}: in per cent, as the user wrote it
   * @param samples {@code -r}: how many resamples are drawn
   */
  public record Resamples(String confidence, int samples) {
    double percent() {
      return Double.parseDouble(confidence);
    }
  }

  /**
   * Reads the script's own options, such as {@code -n 4 -m -w 1.2 -2 4 -u -c 95 -r 1000}.
   *
   * @throws gloss.text.InputException if one is unknown, out of range, or has no meaning here
   */
  public static Rouge155Options parse(String options) {
    return new OptionParser(options).parse();
  }
}
