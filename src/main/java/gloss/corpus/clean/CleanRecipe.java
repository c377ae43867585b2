package gloss.corpus.clean;

import gloss.text.Nearest;
import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which pairs 'gloss corpora clean' drops. Without a setting it drops none. */
public record CleanRecipe(
    @Doc("what lengths and ratios count: words (by white space) or characters") @Default("words")
        Unit unit,
    @Doc("drops pairs with a shorter side; 0: none") @Default("0") int minLength,
    @Doc("drops pairs with a longer side; 0: none") @Default("0") int maxLength,
    @Doc("drops pairs with one side so many times longer than the other; 0: none") @Default("0.0")
        double maxRatio,
    @Doc("drops pairs with an empty side") @Default("false") boolean dropEmpty,
    @Doc("drops pairs whose target is their source") @Default("false") boolean dropIdentical,
    @Doc("drops pairs that came before, but for case and white space") @Default("false")
        boolean dropDuplicates,
    @Doc("drops pairs with a side that stands in a test or validation split") @Default("false")
        boolean dropTestOverlap,
    @Doc("drops pairs with encoding errors or control characters") @Default("false")
        boolean dropDamaged,
    @Doc("scripts of the source, such as latin; drops pairs with half of the letters in others")
        @Default("[]")
        List<String> sourceScripts,
    @Doc("scripts of the target") @Default("[]") List<String> targetScripts) {
  /** Drops nothing. */
  public static final CleanRecipe NONE =
      new CleanRecipe(Unit.WORDS, 0, 0, 0, false, false, false, false, false, List.of(), List.of());

  /** What lengths count. */
  public enum Unit {
    /** Runs of characters between white space. */
    WORDS,
    /** Unicode code points, for languages without spaces. */
    CHARACTERS
  }

  /** Fails for values out of range and for scripts that Unicode does not know. */
  public CleanRecipe {
    sourceScripts = List.copyOf(sourceScripts);
    targetScripts = List.copyOf(targetScripts);
    Check.atLeast("min-length", minLength, 0);
    Check.atLeast("max-length", maxLength, 0);
    Check.that(
        maxLength == 0 || maxLength >= minLength,
        "max-length",
        "must be at least min-length, " + minLength + ", is " + maxLength);
    Check.that(
        maxRatio == 0 || maxRatio >= 1, "max-ratio", "must be at least 1, or 0, is " + maxRatio);
    sourceScripts.forEach(script -> checkScript("source-scripts", script));
    targetScripts.forEach(script -> checkScript("target-scripts", script));
  }

  private static void checkScript(String key, String script) {
    List<String> names =
        Arrays.stream(UnicodeScript.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();
    Check.that(
        names.contains(script.toLowerCase(Locale.ROOT)),
        key,
        "unknown script '"
            + script
            + "'"
            + Nearest.to(script, names)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("; its name in Unicode, such as latin, cyrillic or han"));
  }
}
