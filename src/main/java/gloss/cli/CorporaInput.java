package gloss.cli;

import gloss.corpus.Card;
import gloss.corpus.Corpora;
import gloss.corpus.Corpus;
import gloss.corpus.JsonLinesFormat;
import gloss.corpus.LinesFormat;
import gloss.corpus.ParallelFiles;
import gloss.corpus.check.JsonPairs;
import gloss.corpus.check.LinePairs;
import gloss.corpus.check.NamedPairs;
import gloss.corpus.check.PairSource;
import gloss.corpus.clean.CleanRecipe;
import gloss.recipe.ParallelDataRecipe;
import gloss.recipe.Recipe;
import gloss.recipe.TranslationRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The text that a command reads: of a corpus, of a recipe, or of files. */
final class CorporaInput {
  private static final String TRAIN = ParallelDataRecipe.TRAIN;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = {
        "The name of a corpus, a recipe, or files: source and target of the training text, then "
            + "source and target of any text that it must not share lines with.",
      })
  private List<String> inputs = List.of();

  @Option(
      names = "--source",
      paramLabel = "LANG",
      description = "With a corpus: the source language. Default: its first one.")
  private @Nullable String source;

  @Option(
      names = "--target",
      paramLabel = "LANG",
      description = "With a corpus: the target language. Default: its second one.")
  private @Nullable String target;

  /**
   * What the input stands for.
   *
   * @param splits the training split first
   * @param clean the rules of the recipe, where it is one that has rules
   */
  record Text(List<NamedPairs> splits, Optional<CleanRecipe> clean) {}

  Text read() throws IOException {
    if (inputs.size() > 1) {
      return new Text(ofFiles(), Optional.empty());
    }
    String input = inputs.get(0);
    Path path = Path.of(input);
    Corpora corpora = CorporaCommand.corpora();
    if (!corpora.names().contains(input)) {
      if (Files.exists(path.resolve(Recipe.FILE)) || isYaml(path)) {
        return ofRecipe(Recipe.load(path, List.of()));
      }
      if (Files.isRegularFile(path) && !path.endsWith(Card.FILE)) {
        throw wrongUse("a file is no pair: give source and target, " + input + " and another");
      }
    }
    return new Text(ofCorpus(corpora.find(input)), Optional.empty());
  }

  private static boolean isYaml(Path path) {
    return Files.isRegularFile(path)
        && path.toString().matches(".*\\.ya?ml")
        && !path.endsWith(Card.FILE);
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private List<NamedPairs> ofFiles() {
    if (inputs.size() % 2 == 1) {
      throw wrongUse("files come in pairs, source and target, but there are " + inputs.size());
    }
    List<NamedPairs> splits = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i += 2) {
      ParallelFiles files = ParallelFiles.of(Path.of(inputs.get(i)), Path.of(inputs.get(i + 1)));
      splits.add(new NamedPairs(i == 0 ? TRAIN : inputs.get(i), new LinePairs(files)));
    }
    return splits;
  }

  private static Text ofRecipe(Recipe recipe) throws IOException {
    if (!(recipe instanceof TranslationRecipe translation)) {
      throw new InputException(recipe.name() + ": its task is not to learn from pairs of texts");
    }
    List<NamedPairs> splits = new ArrayList<>();
    translation
        .data()
        .splits()
        .forEach((name, files) -> splits.add(new NamedPairs(name, new LinePairs(files))));
    return new Text(splits, translation.data().clean());
  }

  private List<NamedPairs> ofCorpus(Corpus corpus) throws IOException {
    Card card = corpus.card();
    card.verify();
    List<NamedPairs> splits = new ArrayList<>();
    for (String split : card.splits().keySet()) {
      splits.add(splits.isEmpty() || !split.equals(TRAIN) ? splits.size() : 0, named(card, split));
    }
    return splits;
  }

  private NamedPairs named(Card card, String split) {
    return new NamedPairs(split, pairs(card, split, source, target));
  }

  /**
   * The text of a split of a corpus. A corpus that is not text is an {@link InputException}.
   *
   * @param source the source language; null for the first one
   * @param target the target language; null for the second one
   */
  static PairSource pairs(
      Card card, String split, @Nullable String source, @Nullable String target) {
    if (card.format() instanceof JsonLinesFormat format) {
      return new JsonPairs(card.paths(split, JsonLinesFormat.RECORDS), format);
    }
    if (!(card.format() instanceof LinesFormat) || card.languages().size() < 2) {
      throw new InputException(card.name() + ": holds no pairs of texts");
    }
    return new LinePairs(
        card.parallel(
            split,
            source == null ? card.languages().get(0) : source,
            target == null ? card.languages().get(1) : target));
  }
}
