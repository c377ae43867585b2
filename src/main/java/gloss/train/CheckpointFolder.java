package gloss.train;

import gloss.recipe.ValidationRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of a training's checkpoints: {@code step-000001000.safetensors} and so on. */
public record CheckpointFolder(Path path) {
  private static final Pattern CHECKPOINT = Pattern.compile("step-\\d+\\.safetensors");

  /** What a process leaves that is killed while it writes. */
  private static final Pattern HALF_WRITTEN = Pattern.compile("\\.step-\\d+\\.safetensors\\.part");

  /** The file of a step's checkpoint. */
  Path file(long step) {
    return path.resolve(String.format(Locale.ROOT, "step-%09d.safetensors", step));
  }

  /** All checkpoints, the newest first. */
  public List<Path> newestFirst() throws IOException {
    return newestFirst(CHECKPOINT);
  }

  /** Those that were written after a validation, the newest first; no damaged ones. */
  public List<Path> validatedNewestFirst() throws IOException {
    List<Path> validated = new ArrayList<>();
    for (Path file : newestFirst()) {
      if (!Double.isNaN(value(file))) {
        validated.add(file);
      }
    }
    return validated;
  }

  /**
   * Those that were written after a validation, the best first; of equals the older. A damaged one
   * is not among them.
   *
   * @param recipe names the metric that decides
   */
  public List<Path> bestFirst(ValidationRecipe recipe) throws IOException {
    Map<Path, Double> values = new TreeMap<>();
    for (Path file : newestFirst()) {
      double value = value(file);
      if (!Double.isNaN(value)) {
        values.put(file, value);
      }
    }
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(new Selection(recipe).bestFirst()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The value of a checkpoint's validation, or not a number. */
  private static double value(Path file) throws IOException {
    try {
      Progress progress = Checkpoint.progress(file, Safetensors.contents(file).metadata());
      Progress.Best latest = progress.latest();
      return latest.step() == progress.step() ? latest.value() : Double.NaN;
    } catch (InputException e) {
      return Double.NaN;
    }
  }

  /** Deletes what a killed process left half-written. */
  void deleteHalfWritten() throws IOException {
    for (Path file : newestFirst(HALF_WRITTEN)) {
      Files.delete(file);
    }
  }

  /** Deletes all checkpoints, and the folder if nothing else is in it. */
  public void clear() throws IOException {
    List<Path> files = new ArrayList<>(newestFirst());
    files.addAll(newestFirst(HALF_WRITTEN));
    for (Path file : files) {
      Files.delete(file);
    }
    if (Files.isDirectory(path) && isEmpty()) {
      Files.delete(path);
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  private List<Path> newestFirst(Pattern names) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> names.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .toList();
    }
  }
}
