package gloss.train;

import ai.djl.ndarray.NDArray;
import gloss.optim.Gradients;
import gloss.optim.Schedule;
import gloss.optim.Schedules;
import gloss.recipe.Elapsed;
import gloss.recipe.TrainingRecipe;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The training loop: batches → loss → gradients → new weights, with validations in between.
 *
 * <p>Gradients of the summed losses of {@code accumulate} batches are added up and divided once by
 * the number of items in all of them, so that accumulation equals one large batch. Each update
 * draws its random numbers from the seed and its own number: a resumed training goes on exactly as
 * one that was never interrupted.
 *
 * @param <B> a batch of the task
 */
public final class Trainer<B> {
  private final TrainingRecipe recipe;
  private final Task<B> task;
  private final List<Observer> observers;
  private final Schedule schedule;
  private final Stopping stopping;
  private final Selection selection;
  private final Divergence divergence = new Divergence();
  private final LongSupplier nanoseconds;

  /** A trainer; observers are called in the order given. */
  public Trainer(TrainingRecipe recipe, Task<B> task, List<Observer> observers) {
    this(recipe, task, observers, System::nanoTime);
  }

  Trainer(TrainingRecipe recipe, Task<B> task, List<Observer> observers, LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
    this.recipe = recipe;
    this.task = task;
    this.observers = List.copyOf(observers);
    schedule = Schedules.of(recipe.schedule(), recipe.until());
    stopping = new Stopping(recipe.until(), recipe.validate().patience());
    selection = new Selection(recipe.validate().metric());
  }

  /**
   * Trains until the recipe's end, or until {@code interrupted} says true after a step or during a
   * validation. A validation that is abandoned is done again when training goes on.
   *
   * @param state where to start; it is changed step by step
   * @throws TrainingException if loss or gradient is not finite time after time, or one example
   *     alone does not fit into memory
   */
  public Stop run(TrainingState state, BooleanSupplier interrupted) {
    Clock clock = new Clock(state.progress().seconds(), nanoseconds);
    observers.forEach(observer -> observer.started(state));
    Stop stop = pause(state, clock, interrupted);
    while (stop == null) {
      stop = epoch(state, clock, interrupted);
    }
    Stop reached = stop;
    observers.forEach(observer -> observer.ended(state, reached));
    return reached;
  }

  /** Goes on to the end of the epoch, or of the training. */
  private @Nullable Stop epoch(TrainingState state, Clock clock, BooleanSupplier interrupted) {
    int epoch = state.progress().epoch();
    Iterator<B> batches = task.batches(epoch, state.progress().position());
    if (!batches.hasNext()) {
      return skipEpoch(state, interrupted);
    }
    while (batches.hasNext()) {
      Elapsed before = state.progress().elapsed();
      List<B> group = group(batches);
      StepReport report = update(state, group);
      Progress reached = state.progress().at(clock.seconds());
      Progress next = batches.hasNext() ? reached : reached.nextEpoch();
      state.progress(next.dueForValidation(isValidationDue(before, next)));
      tell(state, report, group);
      Stop stop = pause(state, clock, interrupted);
      if (stop != null) {
        return stop;
      }
    }
    return null;
  }

  private void tell(TrainingState state, StepReport report, List<B> group) {
    if (!report.applied()) {
      String where = group.stream().map(task::describe).collect(Collectors.joining("; "));
      observers.forEach(observer -> observer.skipped(state, report, where));
      divergence.skipped(state.progress(), where);
    }
    observers.forEach(observer -> observer.stepped(state, report));
  }

  /** Between two steps: the validation that is due, and whether this is the end. */
  private @Nullable Stop pause(TrainingState state, Clock clock, BooleanSupplier interrupted) {
    if (state.progress().validationDue()) {
      try {
        validate(state, clock, interrupted);
      } catch (CancellationException e) {
        if (!interrupted.getAsBoolean()) {
          throw e;
        }
        return new Stop(false, "interrupted");
      }
    }
    return stopping.check(state.progress(), interrupted.getAsBoolean());
  }

  /** Larger batches than before a resume: this epoch may have none left. */
  private @Nullable Stop skipEpoch(TrainingState state, BooleanSupplier interrupted) {
    if (state.progress().position() == 0) {
      throw new IllegalStateException("the task gives no batch to train on");
    }
    state.progress(state.progress().nextEpoch());
    return stopping.check(state.progress(), interrupted.getAsBoolean());
  }

  private List<B> group(Iterator<B> batches) {
    List<B> group = new ArrayList<>();
    while (group.size() < recipe.accumulate() && batches.hasNext()) {
      group.add(batches.next());
    }
    return group;
  }

  private boolean isValidationDue(Elapsed before, Progress now) {
    return recipe.validate().every().passed(before, now.elapsed())
        || stopping.isOver(now)
        || (now.reserve() == 0 && stopping.isHalfOfTimeOver(now));
  }

  private StepReport update(TrainingState state, List<B> group) {
    Progress before = state.progress();
    long step = before.step() + 1;
    GradientSum<B> sum =
        new GradientSum<>(task, recipe.precision(), mix(recipe.seed(), step), group);
    sum.addTo(state.weights().values());
    double share = group.stream().mapToDouble(task::share).sum();
    Progress after = before.afterUpdate(group.size(), share, sum.count());
    double rate = recipe.optimizer().rate() * after.scale() * schedule.factor(after.ending());
    double norm = applyGradients(state, sum, rate);
    StepReport report = new StepReport(step, before.epoch(), sum.plain(), sum.count(), rate, norm);
    state.progress(report.applied() ? after : after.skip(before.skippedInARow()));
    for (B batch : sum.split()) {
      observers.forEach(observer -> observer.split(state, report, task.describe(batch)));
    }
    return report;
  }

  /** One step of the optimizer; where loss or gradient is not finite, both are thrown away. */
  private double applyGradients(TrainingState state, GradientSum<B> sum, double rate) {
    List<NDArray> gradients = new ArrayList<>();
    try {
      state.weights().values().forEach(weight -> gradients.add(weight.getGradient()));
      double clip = recipe.clip() > 0 ? recipe.clip() : Double.POSITIVE_INFINITY;
      double norm;
      try (NDArray scalar = Gradients.scale(gradients, sum.count(), clip)) {
        norm = scalar.getFloat();
      }
      if (Double.isFinite(norm) && Double.isFinite(sum.plain())) {
        state.optimizer().update(gradients, rate);
        state.average().ifPresent(average -> average.update(state.progress().step() + 1));
      }
      Gradients.zero(gradients);
      return norm;
    } finally {
      gradients.forEach(NDArray::close);
    }
  }

  private void validate(TrainingState state, Clock clock, BooleanSupplier interrupted) {
    double start = clock.seconds();
    Runnable mayStop =
        () -> {
          if (interrupted.getAsBoolean()) {
            throw new CancellationException();
          }
        };
    mayStop.run();
    Validation validation = state.withModel(() -> task.validate(mayStop));
    double value = selection.value(validation);
    boolean best = selection.isBetter(value, state.progress().best());
    Progress after = state.progress().validated(value, best).at(clock.seconds());
    state.progress(
        after
            .scaled(schedule.afterValidation(after.scale(), after.stale()))
            .reserving(after.seconds() - start));
    observers.forEach(observer -> observer.validated(state, validation, best));
  }

  /** SplitMix64's finalizer: neighbouring steps get unrelated seeds. */
  private static int mix(long seed, long step) {
    long z = seed * 0x9E3779B97F4A7C15L + step;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (int) (z ^ (z >>> 31));
  }
}
