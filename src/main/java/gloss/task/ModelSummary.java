package gloss.task;

import gloss.recipe.Recipe;
import gloss.recipe.TranslationRecipe;
import gloss.subword.Vocabulary;
import gloss.text.InputException;
import gloss.train.Checkpoint;
import gloss.train.CheckpointFolder;
import gloss.train.Progress;
import gloss.train.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model or a recipe is, known without the engine.
 *
 * @param recipe what it is made from
 * @param sourceVocabulary how many ids a source may hold; for a recipe, the most
 * @param targetVocabulary the same of targets
 * @param network its settings and weights
 * @param progress of the training, where there is a checkpoint
 * @param files with their sizes in bytes; none for a recipe
 */
public record ModelSummary(
    TranslationRecipe recipe,
    int sourceVocabulary,
    int targetVocabulary,
    NetworkSummary network,
    Optional<Progress> progress,
    Map<String, Long> files) {
  private static final int BYTES = 256;

  /** Whether this is a recipe only, whose subwords are not learned yet. */
  public boolean isRecipe() {
    return files.isEmpty();
  }

  /**
   * Looks at a model.
   *
   * @throws InputException if the folder is no model, incomplete or damaged
   */
  public static ModelSummary ofModel(Path path) throws IOException {
    ModelFolder folder = new ModelFolder(path);
    folder.verify();
    TokenizerPair tokenizers = TokenizerPair.read(path);
    return of(
        translation(Recipe.load(folder.recipe(), List.of()), path),
        tokenizers.source().vocabulary().size(),
        tokenizers.target().vocabulary().size(),
        progress(folder),
        files(folder));
  }

  /**
   * Looks at a recipe, whose data are not read: the subwords are taken to be as many as it asks
   * for.
   *
   * @param path as {@link Recipe#load} takes it
   * @param settings as {@link Recipe#load} takes them
   */
  public static ModelSummary ofRecipe(Path path, List<String> settings) throws IOException {
    TranslationRecipe recipe = translation(Recipe.load(path, settings), path);
    int most = Vocabulary.STANDARD_SPECIALS.size() + BYTES + recipe.subwords().merges();
    return of(recipe, most, most, Optional.empty(), Map.of());
  }

  private static ModelSummary of(
      TranslationRecipe recipe,
      int sources,
      int targets,
      Optional<Progress> progress,
      Map<String, Long> files) {
    NetworkSummary network = NetworkSummary.of(recipe, sources, targets);
    return new ModelSummary(recipe, sources, targets, network, progress, files);
  }

  private static TranslationRecipe translation(Recipe recipe, Path path) {
    if (recipe instanceof TranslationRecipe translation) {
      return translation;
    }
    throw InputException.in(path, "is not of a task that can be inspected");
  }

  private static Optional<Progress> progress(ModelFolder folder) throws IOException {
    Optional<Path> newest =
        new CheckpointFolder(folder.checkpoints()).newestFirst().stream().findFirst();
    return newest.isEmpty()
        ? Optional.empty()
        : Checkpoint.progress(Safetensors.contents(newest.get()));
  }

  /** What training has written, by its name in the folder. */
  private static Map<String, Long> files(ModelFolder folder) throws IOException {
    List<Path> files = new ArrayList<>(List.of(folder.weights(), folder.recipe()));
    TokenizerPair.FILES.forEach(name -> files.add(folder.path().resolve(name)));
    files.addAll(List.of(folder.log(), folder.report()));
    if (Files.isDirectory(folder.checkpoints())) {
      try (Stream<Path> inside = Files.list(folder.checkpoints())) {
        inside.sorted().forEach(files::add);
      }
    }
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (Path file : files) {
      if (Files.exists(file)) {
        sizes.put(folder.path().relativize(file).toString(), Files.size(file));
      }
    }
    return sizes;
  }
}
