package gloss.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import gloss.text.NamedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes what happens while training as JSON lines, added to the end of a file: one object a line
 * with the key {@code event}, one of {@code start}, {@code step} (means over the updates since the
 * last such line), {@code skipped} (an update left out), {@code split} (a batch that did not fit
 * into memory), {@code validation}, {@code candidate} (the validation of averaged weights when
 * training is over) and {@code end}.
 */
public final class JsonLog implements Observer {
  /** So many updates are one line. */
  static final int EVERY = 20;

  /** JSON has no numbers that are not finite; they become null. */
  private static final JsonSerializer<Double> NUMBER =
      (value, type, context) ->
          Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;

  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeNulls()
          .registerTypeAdapter(Double.class, NUMBER)
          .registerTypeAdapter(double.class, NUMBER)
          .create();

  private final Path file;
  private final Map<String, Object> about;
  private final String unit;
  private final String metric;
  private final Meter meter = new Meter();

  /**
   * A log in a file.
   *
   * @param about what the first line of each run says
   * @param unit what items are called, see {@link Task#unit}
   * @param metric that decides which validation is best
   */
  public JsonLog(Path file, Map<String, Object> about, String unit, String metric) {
    this.file = file;
    this.about = about;
    this.unit = unit;
    this.metric = metric;
  }

  @Override
  public void started(TrainingState state) {
    Map<String, Object> event = event("start");
    event.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("step", state.progress().step());
    event.putAll(about);
    write(event);
    meter.pause();
  }

  @Override
  public void stepped(TrainingState state, StepReport report) {
    meter.add(report);
    if (report.step() % EVERY == 0) {
      writeSteps(state, report);
    }
  }

  @Override
  public void skipped(TrainingState state, StepReport report, String where) {
    Map<String, Object> event = event("skipped", state);
    event.put("batch", where);
    write(event);
  }

  @Override
  public void split(TrainingState state, StepReport report, String where) {
    Map<String, Object> event = event("split", state);
    event.put("batch", where);
    write(event);
  }

  private void writeSteps(TrainingState state, StepReport report) {
    Meter.Reading reading = meter.read();
    Map<String, Object> event = event("step", state);
    event.put("epoch", report.epoch());
    event.put("loss", reading.loss());
    if (unit.equals(Task.TOKENS)) {
      event.put("perplexity", Math.exp(reading.loss()));
    }
    event.put("rate", report.rate());
    event.put("norm", reading.norm());
    event.put("perSecond", Math.round(reading.perSecond()));
    write(event);
  }

  @Override
  public void validated(TrainingState state, Validation validation, boolean best) {
    Map<String, Object> event = event("validation", state);
    put(event, validation, best);
    event.put("samples", validation.samples());
    write(event);
    meter.pause();
  }

  @Override
  public void tried(TrainingState state, Candidate candidate, Validation validation, boolean best) {
    Map<String, Object> event = event("candidate", state);
    event.put("weights", candidate.name());
    put(event, validation, best);
    write(event);
  }

  private void put(Map<String, Object> event, Validation validation, boolean best) {
    event.put("loss", validation.loss());
    if (unit.equals(Task.TOKENS)) {
      event.put("perplexity", validation.perplexity());
    }
    event.put("metrics", validation.metrics());
    event.put("best", best);
    validation.outputs().ifPresent(outputs -> describe(outputs, event));
  }

  private static void describe(Outputs outputs, Map<String, Object> event) {
    event.put("outputs", outputs);
    outputs.warning().ifPresent(warning -> event.put("warning", warning));
  }

  @Override
  public void ended(TrainingState state, Stop stop) {
    Map<String, Object> event = event("end", state);
    event.put("reason", stop.reason());
    event.put("complete", stop.complete());
    Progress.Best best = state.progress().best();
    if (best.step() > 0) {
      Map<String, Object> described = new LinkedHashMap<>();
      described.put("step", best.step());
      described.put("metric", metric);
      described.put("value", best.value());
      event.put("best", described);
    }
    write(event);
  }

  private static Map<String, Object> event(String name) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", name);
    return event;
  }

  private static Map<String, Object> event(String name, TrainingState state) {
    Map<String, Object> event = event(name);
    event.put("step", state.progress().step());
    event.put("epoch", state.progress().epoch());
    event.put("seconds", Math.round(10 * state.progress().seconds()) / 10.0);
    return event;
  }

  private void write(Map<String, Object> event) {
    append(file, event);
  }

  /** Adds an event to a log; a line that a killed process left without its end is ended first. */
  public static void append(Path file, Map<String, Object> event) {
    try {
      String line = GSON.toJson(event) + "\n";
      NamedFile.write(
          file,
          (endsLine(file) ? line : "\n" + line).getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean endsLine(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return true;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.position(channel.size() - 1).read(last);
      return last.get(0) == '\n';
    }
  }
}
