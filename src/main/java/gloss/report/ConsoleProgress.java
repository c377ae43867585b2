package gloss.report;

import gloss.model.Training;
import gloss.train.Candidate;
import gloss.train.Curves;
import gloss.train.Meter;
import gloss.train.Observer;
import gloss.train.Outputs;
import gloss.train.StepReport;
import gloss.train.Stop;
import gloss.train.Task;
import gloss.train.TrainingState;
import gloss.train.Validation;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * Tells a person how training goes: a bar that is drawn over and over on a terminal, elsewhere a
 * line now and then; and a line for each validation.
 */
public final class ConsoleProgress implements Observer {
  /** Characters of a sample's text. */
  private static final int MOST_SHOWN = 300;

  private static final int MOST_TOLD = 10;
  private static final int BAR = 12;
  private static final String CLEAR = "\r\u001b[K";
  private static final long REDRAW = 200_000_000L;
  private static final long LINE = 15_000_000_000L;

  private final PrintWriter err;
  private final IntSupplier columns;
  private final boolean terminal;
  private final int samples;
  private final String unit;
  private final Remaining remaining;
  private final Meter meter = new Meter();
  private final Curves curves = new Curves();
  private int split;
  private String latest = "";
  private String validated = "";
  private long drawn = System.nanoTime();

  /**
   * Tells it to {@code err}.
   *
   * @param columns of the terminal; 0 if it is none
   * @param samples how many outputs of each validation to show
   */
  public ConsoleProgress(PrintWriter err, IntSupplier columns, Training training, int samples) {
    this.err = err;
    this.columns = columns;
    terminal = columns.getAsInt() > 0;
    this.samples = samples;
    unit = training.unit();
    remaining = new Remaining(training.recipe().training().until());
  }

  @Override
  public void started(TrainingState state) {
    meter.pause();
  }

  @Override
  public void stepped(TrainingState state, StepReport report) {
    meter.add(report);
    curves.stepped(report);
    remaining.update(state.progress());
    long now = System.nanoTime();
    if (now - drawn >= (terminal ? REDRAW : LINE)) {
      Meter.Reading reading = meter.read();
      latest =
          String.format(
              Locale.ROOT,
              "step %d · epoch %d · %,.0f %s/s · %s",
              report.step(),
              report.epoch(),
              reading.perSecond(),
              unit,
              loss(reading.loss()));
      draw(latest + validated + remaining.text());
      drawn = now;
    }
  }

  @Override
  public void skipped(TrainingState state, StepReport report, String where) {
    if (state.progress().skipped() <= MOST_TOLD) {
      say("step %d was left out, its loss or gradient is not finite: %s", report.step(), where);
    }
  }

  @Override
  public void split(TrainingState state, StepReport report, String where) {
    split++;
    if (split <= MOST_TOLD) {
      say("step %d: out of memory, the batch is done in two parts: %s", report.step(), where);
    }
  }

  private void say(String format, Object... arguments) {
    clear();
    err.printf(Locale.ROOT, format + "%n", arguments);
    err.flush();
  }

  private void draw(String text) {
    if (terminal) {
      String line = bar() + " " + text;
      err.print(CLEAR + line.substring(0, Math.min(line.length(), columns.getAsInt() - 1)));
      err.flush();
    } else {
      err.println(text);
    }
  }

  private String bar() {
    int full = (int) Math.round(remaining.done() * BAR);
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  @Override
  public void validated(TrainingState state, Validation validation, boolean best) {
    validated = metrics(validation);
    String when = Remaining.clock(state.progress().seconds());
    show("validation at step " + state.progress().step() + " (" + when + ")", validation, best);
    curves
        .validated(state.progress().step(), validation.loss())
        .ifPresent(warning -> say("warning: %s", warning));
    meter.pause();
  }

  @Override
  public void tried(TrainingState state, Candidate candidate, Validation validation, boolean best) {
    show(candidate.name(), validation, best);
  }

  private void show(String what, Validation validation, boolean best) {
    say(
        "%s: %s%s%s%s",
        what,
        loss(validation.loss()),
        metrics(validation),
        validation.outputs().map(ConsoleProgress::show).orElse(""),
        best ? " · best so far" : "");
    validation.samples().stream().limit(samples).forEach(this::show);
    validation.outputs().flatMap(Outputs::warning).ifPresent(w -> say("warning: %s", w));
  }

  private String loss(double loss) {
    return unit.equals(Task.TOKENS)
        ? String.format(Locale.ROOT, "loss %.3f · ppl %.2f", loss, Math.exp(loss))
        : String.format(Locale.ROOT, "loss %.4f", loss);
  }

  private static String show(Outputs outputs) {
    return String.format(
        Locale.ROOT,
        " · distinct %.0f%% · length %.2f",
        100 * outputs.distinct(),
        outputs.lengthRatio());
  }

  private void show(Validation.Sample sample) {
    say("  source     %s", inALine(sample.source()));
    say("  reference  %s", inALine(sample.reference()));
    say("  output     %s", inALine(sample.hypothesis()));
  }

  /** Lines side by side; of a long text the beginning. */
  static String inALine(String text) {
    String line = text.strip().replaceAll("\\s*\\n\\s*", " / ");
    return line.codePointCount(0, line.length()) > MOST_SHOWN
        ? line.substring(0, line.offsetByCodePoints(0, MOST_SHOWN)).strip() + " …"
        : line;
  }

  private String metrics(Validation validation) {
    return validation.metrics().entrySet().stream().map(this::show).collect(Collectors.joining());
  }

  private String show(Map.Entry<String, Double> metric) {
    String format = unit.equals(Task.TOKENS) ? " · %s %.2f" : " · %s %.4f";
    return String.format(Locale.ROOT, format, metric.getKey(), metric.getValue());
  }

  @Override
  public void ended(TrainingState state, Stop stop) {
    if (state.progress().skipped() > 0) {
      say(
          "steps left out, since loss or gradient was not finite: %d; a lower rate may help",
          state.progress().skipped());
    }
    if (split > 0) {
      say("batches that did not fit into memory: %d; a smaller batch.tokens saves the time", split);
    }
    say(
        "%s after %d steps, %s: %s",
        stop.complete() ? "done" : "stopped",
        state.progress().step(),
        Remaining.clock(state.progress().seconds()),
        stop.reason());
  }

  /** Takes the bar away. */
  public void clear() {
    if (terminal) {
      err.print(CLEAR);
    }
  }
}
