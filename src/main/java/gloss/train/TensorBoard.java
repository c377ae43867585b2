package gloss.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the figures of a run into an event file for TensorBoard: {@code train/loss}, {@code
 * train/rate}, … every so many updates, and {@code valid/loss}, {@code valid/METRIC}, … at each
 * validation. Figures that are not finite are left out.
 *
 * <p>Show them with {@code tensorboard --logdir models}: each model's folder is a line there. A run
 * that was resumed from an earlier checkpoint replaces what the run before it said of later steps.
 */
public final class TensorBoard implements Observer {
  private static final Pattern NAME =
      Pattern.compile("events\\.out\\.tfevents\\.\\d+\\.gloss(\\.\\d+)?");

  private final EventFile file;
  private final String unit;
  private final Meter meter = new Meter();

  /**
   * Begins a file in the folder given.
   *
   * @param unit what items are called, see {@link Task#unit}
   */
  public TensorBoard(Path folder, String unit) throws IOException {
    this.unit = unit;
    Files.createDirectories(folder);
    // TensorBoard reads the files of a folder in the order of their names.
    String name = "events.out.tfevents." + System.currentTimeMillis() / 1000 + ".gloss";
    Path path = folder.resolve(name);
    for (int i = 1; Files.exists(path); i++) {
      path = folder.resolve(name + "." + i);
    }
    file = EventFile.create(path);
  }

  @Override
  public void started(TrainingState state) {
    try {
      file.start(state.progress().step() + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    meter.pause();
  }

  @Override
  public void stepped(TrainingState state, StepReport report) {
    meter.add(report);
    if (report.step() % JsonLog.EVERY == 0) {
      Meter.Reading reading = meter.read();
      Map<String, Double> values = new LinkedHashMap<>();
      values.put("train/loss", reading.loss());
      if (unit.equals(Task.TOKENS)) {
        values.put("train/perplexity", Math.exp(reading.loss()));
      }
      values.put("train/norm", reading.norm());
      values.put("train/rate", report.rate());
      values.put("train/" + unit + "_per_second", reading.perSecond());
      values.put("train/epoch", (double) report.epoch());
      write(report.step(), values);
    }
  }

  @Override
  public void validated(TrainingState state, Validation validation, boolean best) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("valid/loss", validation.loss());
    if (unit.equals(Task.TOKENS)) {
      values.put("valid/perplexity", validation.perplexity());
    }
    validation.metrics().forEach((name, value) -> values.put("valid/" + name, value));
    validation
        .outputs()
        .ifPresent(
            outputs -> {
              values.put("valid/distinct", outputs.distinct());
              values.put("valid/length_ratio", outputs.lengthRatio());
            });
    write(state.progress().step(), values);
    meter.pause();
  }

  private void write(long step, Map<String, Double> values) {
    values.values().removeIf(value -> !Double.isFinite(value));
    try {
      file.scalars(step, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the files that runs have left in a folder. */
  public static void clear(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).toList();
    }
    for (Path old : files) {
      Files.delete(old);
    }
  }
}
