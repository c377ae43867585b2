package gloss.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a validation's outputs look like as a whole, whatever they say: a network that does not look
 * at its input shows here first.
 *
 * @param distinct different outputs among all, in [0, 1]
 * @param distinctReferences the same of the references
 * @param lengthRatio characters of the outputs by those of the references, white space left out
 * @param empty share of outputs that are empty though the reference is not
 * @param looping share of outputs that mostly repeat one phrase though the reference does not
 */
public record Outputs(
    double distinct, double distinctReferences, double lengthRatio, double empty, double looping) {
  /** With less of the references' variety than this the outputs have collapsed. */
  private static final double FEW = 1 / 3.0;

  /** More empty or looping outputs than this are no accident. */
  private static final double MANY = 0.1;

  /** Looks at outputs and their references, one each. */
  public static Outputs of(List<String> hypotheses, List<String> references) {
    int empty = 0;
    int looping = 0;
    for (int i = 0; i < hypotheses.size(); i++) {
      String hypothesis = hypotheses.get(i);
      String reference = references.get(i);
      empty += hypothesis.isBlank() && !reference.isBlank() ? 1 : 0;
      looping += loops(hypothesis) && !loops(reference) ? 1 : 0;
    }
    double size = hypotheses.size();
    return new Outputs(
        new HashSet<>(hypotheses).size() / size,
        new HashSet<>(references).size() / size,
        characters(hypotheses) / (double) characters(references),
        empty / size,
        looping / size);
  }

  private static long characters(List<String> lines) {
    return lines.stream()
        .flatMapToInt(String::codePoints)
        .filter(c -> !Character.isWhitespace(c))
        .count();
  }

  /** Whether more than half of a text is one phrase over and over. */
  static boolean loops(String text) {
    int leastWords = 8;
    int leastCharacters = 24;
    List<String> words = Arrays.asList(text.strip().split("\\s+"));
    if (words.size() >= leastWords) {
      return repeats(words);
    }
    // A script without spaces, or one long word.
    List<Integer> characters =
        text.codePoints().filter(c -> !Character.isWhitespace(c)).boxed().toList();
    return characters.size() >= leastCharacters && repeats(characters);
  }

  /** Whether for some period a run of at least three of them makes up more than half. */
  private static boolean repeats(List<?> items) {
    int longestPeriod = 8;
    int least = 3;
    for (int period = 1; period <= longestPeriod; period++) {
      int run = 0;
      for (int i = period; i < items.size(); i++) {
        run = items.get(i).equals(items.get(i - period)) ? run + 1 : 0;
        int covered = run + period;
        if (covered >= least * period && 2 * covered > items.size()) {
          return true;
        }
      }
    }
    return false;
  }

  /** What is wrong with the outputs, in a line, if anything is. */
  public Optional<String> warning() {
    List<String> findings = new ArrayList<>();
    if (distinct < FEW * distinctReferences) {
      findings.add("only " + percent(distinct) + " of the outputs are distinct");
    }
    if (empty > MANY) {
      findings.add(percent(empty) + " are empty");
    }
    if (looping > MANY) {
      findings.add(percent(looping) + " repeat one phrase over and over");
    }
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of("the outputs collapse: " + String.join(", ", findings));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
  }
}
