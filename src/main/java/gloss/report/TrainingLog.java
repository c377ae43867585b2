package gloss.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The events of a run, read from JSON lines: each line an object whose field {@code "event"} is
 * {@code start}, {@code step}, {@code skipped}, {@code validation}, {@code end}, {@code test} or
 * {@code confusion}.
 *
 * <p>Unknown events and fields are passed over, so that an older Gloss reads a newer log.
 *
 * @param events in the order in which they were written
 * @param damaged numbers, from 1, of lines that are not JSON objects: a run that was killed while
 *     it wrote leaves one
 */
public record TrainingLog(List<Event> events, List<Integer> damaged) {
  private static final Map<String, Function<Fields, Event>> KINDS =
      Map.of(
          "start", TrainingLog::start,
          "step", TrainingLog::step,
          "skipped", TrainingLog::skipped,
          "validation", TrainingLog::validation,
          "end", TrainingLog::end,
          "test", TrainingLog::test,
          "confusion", TrainingLog::confusion);

  public TrainingLog {
    events = List.copyOf(events);
    damaged = List.copyOf(damaged);
  }

  /** Reads a log; one that is not there is an {@link InputException}. */
  public static TrainingLog read(Path file) throws IOException {
    try {
      return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file; training writes it", e);
    }
  }

  /** Reads the text of a log. */
  public static TrainingLog parse(String text) {
    List<Event> events = new ArrayList<>();
    List<Integer> damaged = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      try {
        Fields fields = new Fields((JsonObject) JsonParser.parseString(lines[i]));
        Function<Fields, Event> kind = KINDS.get(fields.text("event"));
        if (kind != null) {
          events.add(kind.apply(fields));
        }
      } catch (JsonParseException | ClassCastException e) {
        damaged.add(i + 1);
      }
    }
    return new TrainingLog(events, damaged);
  }

  private static Event start(Fields fields) {
    Map<String, Long> counts = new LinkedHashMap<>();
    fields.numbers().forEach((name, value) -> counts.put(name, value.longValue()));
    return new Event.Start(
        fields.text("time"),
        fields.text("name"),
        fields.text("task"),
        fields.text("gloss"),
        fields.text("unit"),
        counts,
        fields.fields("data").texts());
  }

  private static Event step(Fields fields) {
    return new Event.Step(
        moment(fields),
        fields.number("loss"),
        fields.number("perplexity"),
        fields.number("rate"),
        fields.number("norm"),
        fields.number("perSecond"));
  }

  private static Event validation(Fields fields) {
    return new Event.Validation(
        moment(fields),
        fields.number("loss"),
        fields.number("perplexity"),
        fields.fields("metrics").numbers(),
        fields.flag("best"),
        fields.list("samples").stream().map(TrainingLog::sample).toList(),
        fields.fields("outputs").numbers(),
        fields.text("warning"));
  }

  private static Event skipped(Fields fields) {
    return new Event.Skipped(moment(fields), fields.text("batch"));
  }

  private static Event end(Fields fields) {
    Fields best = fields.fields("best");
    return new Event.End(
        moment(fields),
        fields.text("reason"),
        new Event.Best(best.whole("step"), best.text("metric"), best.number("value")));
  }

  private static Event test(Fields fields) {
    return new Event.Test(
        fields.text("set"),
        fields.text("metric"),
        fields.number("value"),
        fields.text("signature"));
  }

  private static Event confusion(Fields fields) {
    return new Event.Confusion(fields.text("set"), fields.texts("classes"), fields.rows("counts"));
  }

  private static Event.Moment moment(Fields fields) {
    return new Event.Moment(fields.whole("step"), fields.number("epoch"), fields.number("seconds"));
  }

  private static Event.Sample sample(Fields fields) {
    return new Event.Sample(
        fields.text("source"), fields.text("reference"), fields.text("hypothesis"));
  }
}
