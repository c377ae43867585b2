package gloss.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import gloss.nn.Kernels;
import gloss.nn.NoGradients;
import gloss.optim.MovingAverage;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A training state in a file: a {@link Safetensors} file with the arrays {@code weight.NAME},
 * {@code optimizer.NAME}, if the loss learns, {@code loss.NAME} and, if an average is made, {@code
 * average.NAME}; its metadata holds the progress as JSON, and what identifies the training.
 */
public final class Checkpoint {
  private static final String WEIGHT = "weight.";
  private static final String LOSS = "loss.";
  private static final String OPTIMIZER = "optimizer.";
  private static final String AVERAGE = "average.";
  private static final String PROGRESS = "progress";

  /** Before the first validation the best value is not a number. */
  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  private Checkpoint() {}

  /**
   * Writes a state.
   *
   * @param identity what must be the same when training goes on, such as checksums, by name
   */
  public static void write(Path file, TrainingState state, Map<String, String> identity)
      throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>(identity);
    metadata.put(PROGRESS, GSON.toJson(state.progress()));
    Map<String, NDArray> arrays = new LinkedHashMap<>(arrays(state));
    arrays.putAll(averages(state));
    Safetensors.write(file, arrays, metadata);
  }

  /**
   * Restores a state. Where the file has no average, one begins with the weights restored; one that
   * is no longer made is forgotten.
   *
   * @param file where {@code saved} comes from, for messages
   * @param identity as given to {@link #write}; a difference is an {@link InputException}
   */
  static void restore(
      Path file, Safetensors saved, TrainingState state, Map<String, String> identity) {
    Progress progress = progress(file, saved.metadata());
    Set<String> names = new LinkedHashSet<>(identity.keySet());
    names.addAll(saved.metadata().keySet());
    names.remove(PROGRESS);
    for (String name : names) {
      checkSame(file, name, identity.get(name), saved.metadata().get(name));
    }
    Map<String, NDArray> arrays = new LinkedHashMap<>(arrays(state));
    Map<String, Safetensors.Entry> entries = new LinkedHashMap<>(saved.entries());
    boolean averaged = entries.keySet().stream().anyMatch(name -> name.startsWith(AVERAGE));
    if (averaged && state.average().isPresent()) {
      arrays.putAll(averages(state));
    } else {
      entries.keySet().removeIf(name -> name.startsWith(AVERAGE));
    }
    assign(file, entries, arrays);
    if (!averaged) {
      state.average().ifPresent(MovingAverage::reset);
    }
    state.progress(progress);
  }

  /** How far training was, as the metadata of a checkpoint say. */
  static Progress progress(Path file, Map<String, String> metadata) {
    try {
      Progress progress = GSON.fromJson(metadata.get(PROGRESS), Progress.class);
      if (progress != null && progress.elapsed() != null && progress.latest() != null) {
        return progress;
      }
    } catch (JsonParseException e) {
      throw new InputException(file + ": is not a checkpoint: its progress is unreadable", e);
    }
    throw InputException.in(file, "is not a checkpoint: it does not say how far training was");
  }

  /**
   * The weights of the model that a file holds: of a checkpoint the average, if there is one, else
   * the weights; of any other file all.
   */
  public static Map<String, Safetensors.Entry> model(Safetensors saved) {
    for (String kind : List.of(AVERAGE, WEIGHT)) {
      Map<String, Safetensors.Entry> weights = new LinkedHashMap<>();
      saved
          .entries()
          .forEach(
              (name, entry) -> {
                if (name.startsWith(kind)) {
                  weights.put(name.substring(kind.length()), entry);
                }
              });
      if (saved.metadata().containsKey(PROGRESS) && !weights.isEmpty()) {
        return weights;
      }
    }
    return saved.entries();
  }

  static String json(Progress progress) {
    return GSON.toJson(progress);
  }

  static Progress progress(String json) {
    return GSON.fromJson(json, Progress.class);
  }

  /** How far the training was that a file is a checkpoint of; nothing for other files. */
  public static Optional<Progress> progress(Safetensors.Contents contents) {
    return Optional.ofNullable(contents.metadata().get(PROGRESS))
        .map(json -> GSON.fromJson(json, Progress.class));
  }

  private static void checkSame(
      Path file, String name, @Nullable String now, @Nullable String then) {
    if (!Objects.equals(now, then)) {
      String how =
          then == null
              ? "is new"
              : now == null ? "is gone" : "has changed: it was " + then + ", now " + now;
      throw InputException.in(file, "training cannot go on from here: " + name + " " + how + "");
    }
  }

  private static Map<String, NDArray> arrays(TrainingState state) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    state.weights().forEach((name, array) -> arrays.put(WEIGHT + name, array));
    state.lossParameters().forEach((name, array) -> arrays.put(LOSS + name, array));
    state.optimizer().state().forEach((name, array) -> arrays.put(OPTIMIZER + name, array));
    return arrays;
  }

  private static Map<String, NDArray> averages(TrainingState state) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    state
        .average()
        .ifPresent(
            average -> average.state().forEach((name, array) -> arrays.put(AVERAGE + name, array)));
    return arrays;
  }

  /**
   * Writes saved values into arrays. All names and shapes must agree, else nothing is changed and
   * it is an {@link InputException}.
   */
  public static void assign(
      Path file, Map<String, Safetensors.Entry> saved, Map<String, NDArray> arrays) {
    arrays.forEach((name, array) -> checkShape(file, name, array, saved.get(name)));
    saved.keySet().forEach(name -> checkKnown(file, name, arrays));
    copy(saved, arrays);
  }

  /** Writes values into arrays of the same names and shapes. */
  static void copy(Map<String, Safetensors.Entry> values, Map<String, NDArray> arrays) {
    // In any thread: weights may be loaded by one that has not started the engine.
    try (NoGradients scope = new NoGradients();
        NDManager manager = NDManager.newBaseManager()) {
      values.forEach(
          (name, entry) -> {
            NDArray array = manager.create(entry.values(), new Shape(entry.shape()));
            Kernels.assign(Objects.requireNonNull(arrays.get(name)), array);
          });
    }
  }

  private static void checkKnown(Path file, String name, Map<String, NDArray> arrays) {
    if (!arrays.containsKey(name)) {
      throw InputException.in(
          file, "is of another network: it holds " + name + ", the recipe's network does not");
    }
  }

  private static void checkShape(
      Path file, String name, NDArray array, Safetensors.@Nullable Entry entry) {
    if (entry == null) {
      throw InputException.in(
          file, "is of another network: it lacks " + name + ", which the recipe's network needs");
    }
    if (!new Shape(entry.shape()).equals(array.getShape())) {
      throw InputException.in(
          file,
          "is of another network: its "
              + name
              + " has the shape "
              + new Shape(entry.shape())
              + ", the recipe's network wants "
              + array.getShape());
    }
  }
}
