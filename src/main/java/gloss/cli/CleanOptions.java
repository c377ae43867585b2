package gloss.cli;

import gloss.corpus.clean.CleanRecipe;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The rules of {@code gloss corpora clean} as options; those given replace those of a recipe. */
final class CleanOptions {
  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      converter = UnitName.class,
      description = "What lengths count: words or characters. Default: words.")
  private CleanRecipe.@Nullable Unit unit;

  @Option(names = "--min-length", paramLabel = "N", description = "Drop pairs with a shorter side.")
  private @Nullable Integer minLength;

  @Option(names = "--max-length", paramLabel = "N", description = "Drop pairs with a longer side.")
  private @Nullable Integer maxLength;

  @Option(
      names = "--max-ratio",
      paramLabel = "R",
      description = "Drop pairs with one side more than R times as long as the other.")
  private @Nullable Double maxRatio;

  @Option(names = "--drop-empty", description = "Drop pairs with an empty side.")
  private boolean dropEmpty;

  @Option(names = "--drop-identical", description = "Drop pairs whose target is their source.")
  private boolean dropIdentical;

  @Option(names = "--drop-duplicates", description = "Drop pairs that came before.")
  private boolean dropDuplicates;

  @Option(
      names = "--drop-test-overlap",
      description = "Drop pairs with a side that stands in another split.")
  private boolean dropTestOverlap;

  @Option(
      names = "--drop-damaged",
      description = "Drop pairs with encoding errors or control characters.")
  private boolean dropDamaged;

  @Option(
      names = "--source-scripts",
      paramLabel = "NAME",
      split = ",",
      description = "Drop pairs whose source is mostly in other scripts than these.")
  private @Nullable List<String> sourceScripts;

  @Option(
      names = "--target-scripts",
      paramLabel = "NAME",
      split = ",",
      description = "Drop pairs whose target is mostly in other scripts than these.")
  private @Nullable List<String> targetScripts;

  /** Reads the unit as a recipe has it, in lower case. */
  private static final class UnitName implements ITypeConverter<CleanRecipe.Unit> {
    @Override
    public CleanRecipe.Unit convert(String name) {
      return switch (name) {
        case "words" -> CleanRecipe.Unit.WORDS;
        case "characters" -> CleanRecipe.Unit.CHARACTERS;
        default ->
            throw new TypeConversionException("expected words or characters, found '" + name + "'");
      };
    }
  }

  /** The rules of a recipe, or none, with those that are given here. */
  CleanRecipe over(Optional<CleanRecipe> recipe) {
    CleanRecipe base = recipe.orElse(CleanRecipe.NONE);
    return new CleanRecipe(
        unit == null ? base.unit() : unit,
        minLength == null ? base.minLength() : minLength,
        maxLength == null ? base.maxLength() : maxLength,
        maxRatio == null ? base.maxRatio() : maxRatio,
        dropEmpty || base.dropEmpty(),
        dropIdentical || base.dropIdentical(),
        dropDuplicates || base.dropDuplicates(),
        dropTestOverlap || base.dropTestOverlap(),
        dropDamaged || base.dropDamaged(),
        sourceScripts == null ? base.sourceScripts() : sourceScripts,
        targetScripts == null ? base.targetScripts() : targetScripts);
  }
}
