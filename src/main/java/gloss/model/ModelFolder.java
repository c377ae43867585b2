package gloss.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import gloss.corpus.Checksum;
import gloss.lexicon.Shortlist;
import gloss.recipe.Recipe;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import gloss.train.Checkpoint;
import gloss.train.CheckpointFolder;
import gloss.train.Safetensors;
import gloss.train.TensorBoard;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A model on the disk.
 *
 * <pre>
 * model.json             what it is, and the SHA-256 of the files that do not change
 * recipe.resolved.yaml   the recipe with every key
 * tokenizer.json …       what the task knows beside the weights: subwords, classes, columns
 * weights.safetensors    the best weights; the file holds its own checksum
 * checkpoints/           states from which training can go on
 * log.jsonl              what happened while training, one event a line
 * report.html            the same to look at
 * events.out.tfevents.*  the same for TensorBoard, one file a run
 * shortlist.tsv          which subwords translate which, where that was learned, too
 * .lock                  held by the training that writes here, if there is one
 * </pre>
 */
public record ModelFolder(Path path) {
  private static final String MANIFEST = "model.json";
  private static final String RECIPE = "recipe.resolved.yaml";
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  /** What {@code model.json} says. */
  private record Manifest(@Nullable String task, @Nullable Map<String, String> files) {}

  /** The file of the best weights. */
  public Path weights() {
    return path.resolve("weights.safetensors");
  }

  /** The file of the recipe with every key. */
  public Path recipe() {
    return path.resolve(RECIPE);
  }

  /** The folder of the checkpoints. */
  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** The log of the training. */
  public Path log() {
    return path.resolve("log.jsonl");
  }

  /** The log as a page to look at. */
  public Path report() {
    return path.resolve("report.html");
  }

  /** What {@code gloss shortlist} makes of a model for translation; its subwords are those. */
  private Path shortlist() {
    return path.resolve(Shortlist.FILE);
  }

  /** Whether a training has begun here. */
  public boolean isTaken() {
    return Files.exists(path.resolve(MANIFEST));
  }

  /** Whether a training is at work here at this moment. */
  public boolean isBusy() throws IOException {
    return FolderLock.isHeld(path);
  }

  /** Deletes the model and what was made of it, the description last; all else stays. */
  void clear() throws IOException {
    if (!isTaken()) {
      return;
    }
    new CheckpointFolder(checkpoints()).clear();
    TensorBoard.clear(path);
    List<Path> written =
        new ArrayList<>(List.of(weights(), log(), report(), shortlist(), recipe()));
    ownFiles().forEach(file -> written.add(path.resolve(file)));
    written.add(path.resolve(MANIFEST));
    for (Path file : written) {
      Files.deleteIfExists(file);
    }
  }

  /** What the model knows beside its weights, as far as the manifest can be read. */
  private Collection<String> ownFiles() throws IOException {
    try {
      return files().keySet();
    } catch (InputException e) {
      return List.of();
    }
  }

  /** Writes the resolved recipe, then the manifest of it and of the other files named. */
  void describe(Recipe recipe, List<String> files) throws IOException {
    recipe.save(recipe());
    Map<String, String> checksums = new LinkedHashMap<>();
    checksums.put(RECIPE, Checksum.sha256(recipe()));
    for (String file : files) {
      checksums.put(file, Checksum.sha256(path.resolve(file)));
    }
    AtomicFile.writeString(
        path.resolve(MANIFEST), GSON.toJson(new Manifest(recipe.task(), checksums)) + "\n");
  }

  /** Fails with an {@link InputException} unless all parts of the description are as written. */
  public void verify() throws IOException {
    if (!Files.isDirectory(path)) {
      throw InputException.in(path, "no such folder");
    }
    if (!isTaken()) {
      throw InputException.in(
          path, "is not a model: it has no " + MANIFEST + "; train one with 'gloss train'");
    }
    verify(name -> true);
  }

  /**
   * Reads the recipe of the model that is here, once all that describes it is as it was written.
   *
   * @throws InputException if the folder is no model, incomplete or damaged
   */
  public Recipe describedRecipe() throws IOException {
    verify();
    return Recipe.load(recipe(), List.of());
  }

  /**
   * Gives a model the best weights of this folder. If that fails, the model is closed.
   *
   * @param untrained the model that is here, with any weights
   * @throws InputException if there are no weights yet, or they are damaged or of another network
   */
  public <M extends Model> M restore(M untrained) throws IOException {
    try {
      if (!Files.exists(weights())) {
        throw InputException.in(
            path, "has no weights yet; the training must reach its first validation");
      }
      Checkpoint.assign(weights(), Safetensors.read(weights()).entries(), untrained.weights());
      return untrained;
    } catch (IOException | RuntimeException e) {
      untrained.close();
      throw e;
    }
  }

  /**
   * Fails with an {@link InputException} unless training can go on here. The recipe may be another
   * one than that of the last run.
   */
  void verifyForResume() throws IOException {
    if (!isTaken()) {
      throw InputException.in(path, "no training is here to go on with; train without --resume");
    }
    verify(name -> !name.equals(RECIPE));
  }

  private void verify(Predicate<String> names) throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      String name = file.getKey();
      if (names.test(name)) {
        verify(name, file.getValue());
      }
    }
  }

  private void verify(String name, String checksum) throws IOException {
    Path part = path.resolve(name);
    if (!Files.exists(part)) {
      throw InputException.in(path, "the model is incomplete: " + name + " is missing");
    }
    if (!Checksum.sha256(part).equals(checksum)) {
      throw InputException.in(part, "was changed: its checksum is not the one in " + MANIFEST);
    }
  }

  /** The SHA-256 of each file that describes the model, the recipe first. */
  Map<String, String> files() throws IOException {
    Path file = path.resolve(MANIFEST);
    try {
      Manifest manifest = GSON.fromJson(Files.readString(file), Manifest.class);
      if (manifest != null && manifest.files != null && manifest.files.containsKey(RECIPE)) {
        return manifest.files;
      }
    } catch (JsonParseException | CharacterCodingException e) {
      throw new InputException(file + ": is damaged: it is not the JSON that training writes", e);
    }
    throw InputException.in(file, "is damaged: it does not name the model's files");
  }
}
