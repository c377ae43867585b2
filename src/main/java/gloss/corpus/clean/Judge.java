package gloss.corpus.clean;

import gloss.corpus.check.Characters;
import gloss.corpus.check.FirstSeen;
import gloss.corpus.check.HeldOut;
import gloss.corpus.check.Overlap;
import gloss.corpus.check.Prints;
import gloss.corpus.check.Scripts;
import gloss.corpus.check.TextPair;
import gloss.text.WhiteSpace;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies the rules to the pairs of a text, in their order. */
final class Judge {
  private final CleanRecipe recipe;
  private final List<HeldOut> others;
  private final Set<UnicodeScript> sourceScripts;
  private final Set<UnicodeScript> targetScripts;
  private final FirstSeen kept = new FirstSeen();

  Judge(CleanRecipe recipe, List<HeldOut> others) {
    this.recipe = recipe;
    this.others = others;
    sourceScripts = scripts(recipe.sourceScripts());
    targetScripts = scripts(recipe.targetScripts());
  }

  private static Set<UnicodeScript> scripts(List<String> names) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    names.forEach(name -> scripts.add(Scripts.named(name)));
    return scripts;
  }

  /** The rule that the pair breaks; a pair that breaks none is remembered against duplicates. */
  Optional<Rule> judge(TextPair pair) {
    return ofText(pair).or(() -> ofPrints(pair));
  }

  private Optional<Rule> ofText(TextPair pair) {
    String source = pair.source().text();
    String target = pair.target().text();
    if (recipe.dropDamaged() && isDamaged(pair)) {
      return Optional.of(Rule.DAMAGED);
    }
    if (recipe.dropEmpty() && (isBlank(source) || isBlank(target))) {
      return Optional.of(Rule.EMPTY);
    }
    if (recipe.dropIdentical() && WhiteSpace.strip(source).equals(WhiteSpace.strip(target))) {
      return Optional.of(Rule.IDENTICAL);
    }
    return ofLengths(length(source), length(target))
        .or(
            () ->
                isForeign(source, sourceScripts) || isForeign(target, targetScripts)
                    ? Optional.of(Rule.SCRIPT)
                    : Optional.empty());
  }

  private static boolean isDamaged(TextPair pair) {
    return Characters.encodingError(pair.source()).isPresent()
        || Characters.encodingError(pair.target()).isPresent()
        || Characters.control(pair.source().text()).isPresent()
        || Characters.control(pair.target().text()).isPresent();
  }

  private static boolean isBlank(String text) {
    return WhiteSpace.strip(text).isEmpty();
  }

  private int length(String text) {
    return switch (recipe.unit()) {
      case WORDS -> WhiteSpace.split(text).size();
      case CHARACTERS -> text.codePointCount(0, text.length());
    };
  }

  private Optional<Rule> ofLengths(int source, int target) {
    int shorter = Math.min(source, target);
    int longer = Math.max(source, target);
    if (shorter < recipe.minLength()) {
      return Optional.of(Rule.TOO_SHORT);
    }
    if (recipe.maxLength() > 0 && longer > recipe.maxLength()) {
      return Optional.of(Rule.TOO_LONG);
    }
    return recipe.maxRatio() > 0 && longer > recipe.maxRatio() * shorter
        ? Optional.of(Rule.RATIO)
        : Optional.empty();
  }

  private static boolean isForeign(String text, Set<UnicodeScript> scripts) {
    if (scripts.isEmpty()) {
      return false;
    }
    int own = 0;
    int foreign = 0;
    for (Map.Entry<UnicodeScript, Integer> count : Scripts.count(text).entrySet()) {
      if (scripts.contains(count.getKey())) {
        own += count.getValue();
      } else {
        foreign += count.getValue();
      }
    }
    return foreign > 0 && foreign >= own;
  }

  private Optional<Rule> ofPrints(TextPair pair) {
    if (!recipe.dropTestOverlap() && !recipe.dropDuplicates()) {
      return Optional.empty();
    }
    Prints prints = Prints.of(pair);
    if (recipe.dropTestOverlap() && others.stream().anyMatch(other -> holds(other, prints))) {
      return Optional.of(Rule.TEST_OVERLAP);
    }
    return recipe.dropDuplicates() && kept.put(prints.pair(), pair.number()) > 0
        ? Optional.of(Rule.DUPLICATE)
        : Optional.empty();
  }

  private static boolean holds(HeldOut other, Prints prints) {
    return other.line(Overlap.Part.SOURCE, prints) > 0
        || other.line(Overlap.Part.TARGET, prints) > 0;
  }
}
