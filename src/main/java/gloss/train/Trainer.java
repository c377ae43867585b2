package gloss.train;

import ai.djl.ndarray.NDArray;
import gloss.nn.Kernels;
import gloss.optim.Schedule;
import gloss.optim.Schedules;
import gloss.recipe.TrainingRecipe;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
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

  /** A trainer; observers are called in the order given. */
  public Trainer(TrainingRecipe recipe, Task<B> task, List<Observer> observers) {
    this.recipe = recipe;
    this.task = task;
    this.observers = List.copyOf(observers);
    schedule = Schedules.of(recipe.schedule());
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
    Clock clock = new Clock(state.progress().seconds());
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
      List<B> group = group(batches);
      StepReport report = update(state, group);
      boolean lastOfEpoch = !batches.hasNext();
      Progress reached = state.progress().at(clock.seconds());
      Progress next = lastOfEpoch ? reached.nextEpoch() : reached;
      state.progress(
          next.dueForValidation(
              stopping.isOver(next) || isValidationDue(report.step(), epoch, lastOfEpoch)));
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

  private boolean isValidationDue(long step, int epoch, boolean lastOfEpoch) {
    long every = recipe.validate().every().count();
    return switch (recipe.validate().every().unit()) {
      case STEP -> step % every == 0;
      case EPOCH -> lastOfEpoch && epoch % every == 0;
      case MINUTE, HOUR -> throw new IllegalStateException("validation by the clock");
    };
  }

  private StepReport update(TrainingState state, List<B> group) {
    Progress before = state.progress();
    long step = before.step() + 1;
    double rate = recipe.optimizer().rate() * schedule.factor(step);
    GradientSum<B> sum =
        GradientSum.of(task, group, state.weights().values(), mix(recipe.seed(), step));
    double norm = applyGradients(state, sum, rate);
    StepReport report = new StepReport(step, before.epoch(), sum.plain(), sum.count(), rate, norm);
    state.progress(before.afterUpdate(group.size(), report.applied()));
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
      try (NDArray scalar = Kernels.scaleGradients(gradients, sum.count(), clip)) {
        norm = scalar.getFloat();
      }
      if (Double.isFinite(norm) && Double.isFinite(sum.plain())) {
        state.optimizer().update(gradients, rate);
      }
      Kernels.zero(gradients);
      return norm;
    } finally {
      gradients.forEach(NDArray::close);
    }
  }

  private void validate(TrainingState state, Clock clock, BooleanSupplier interrupted) {
    Runnable mayStop =
        () -> {
          if (interrupted.getAsBoolean()) {
            throw new CancellationException();
          }
        };
    mayStop.run();
    Validation validation = task.validate(mayStop);
    double value = selection.value(validation);
    boolean best = selection.isBetter(value, state.progress().best());
    state.progress(state.progress().validated(value, best).at(clock.seconds()));
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
