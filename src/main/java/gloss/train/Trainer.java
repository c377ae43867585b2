package gloss.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import gloss.loss.LossSum;
import gloss.loss.Regularizer;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.optim.Gradients;
import gloss.optim.Schedule;
import gloss.optim.Schedules;
import gloss.recipe.Elapsed;
import gloss.recipe.TrainingRecipe;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
  private final Regularizer penalty;
  private final Peers peers;

  /** The engine has one generator of random numbers for the whole process. */
  private static final Object ENGINE = new Object();

  /** What the penalty is on: matrices, but no biases, and no scales of layer normalisation. */
  private final List<NDArray> penalized;

  /** A trainer; observers are called in the order given. */
  public Trainer(TrainingRecipe recipe, Task<B> task, List<Observer> observers) {
    this(recipe, task, observers, System::nanoTime, Peers.none());
  }

  /** One of several trainers of the same model; observers are the leader's. */
  public Trainer(TrainingRecipe recipe, Task<B> task, List<Observer> observers, Peers peers) {
    this(recipe, task, observers, System::nanoTime, peers);
  }

  Trainer(TrainingRecipe recipe, Task<B> task, List<Observer> observers, LongSupplier nanoseconds) {
    this(recipe, task, observers, nanoseconds, Peers.none());
  }

  private Trainer(
      TrainingRecipe recipe,
      Task<B> task,
      List<Observer> observers,
      LongSupplier nanoseconds,
      Peers peers) {
    this.nanoseconds = nanoseconds;
    this.peers = peers;
    this.recipe = recipe;
    this.task = task;
    this.observers = List.copyOf(observers);
    schedule = Schedules.of(recipe.schedule(), recipe.until());
    stopping = new Stopping(recipe.until(), recipe.validate().patience());
    selection = new Selection(recipe.validate());
    penalty = Regularizer.of(recipe.penalty());
    penalized = penalty.equals(Regularizer.NONE) ? List.of() : matrices(task.network());
  }

  private static List<NDArray> matrices(Block network) {
    return Parameters.of(network).values().stream()
        .filter(parameter -> parameter.getType() == Parameter.Type.WEIGHT)
        .map(Parameter::getArray)
        .toList();
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
    state.outer().ifPresent(Diloco::begin);
    observers.forEach(observer -> observer.started(state));
    MayStop mayStop = new MayStop(interrupted);
    Stop stop = pause(state, clock, mayStop);
    while (stop == null) {
      stop = epoch(state, clock, mayStop);
    }
    boolean tried = !stop.complete() || mayStop.completes(() -> attempts(state, clock, mayStop));
    Stop reached = tried ? stop : Stop.INTERRUPTED;
    observers.forEach(observer -> observer.ended(state, reached));
    return reached;
  }

  /** Goes on to the end of the epoch, or of the training. */
  private @Nullable Stop epoch(TrainingState state, Clock clock, MayStop mayStop) {
    int epoch = state.progress().epoch();
    Iterator<B> batches = task.batches(epoch, state.progress().position());
    if (!batches.hasNext()) {
      return skipEpoch(state, mayStop);
    }
    while (batches.hasNext()) {
      Elapsed before = state.progress().elapsed();
      List<B> group = group(batches);
      StepReport report = update(state, group);
      Progress reached = state.progress().at(clock.seconds());
      Progress next = batches.hasNext() ? reached : reached.nextEpoch();
      boolean due = state.progress().validationDue() || isValidationDue(before, next);
      state.progress(next.dueForValidation(due));
      boolean together = peers.meet(state);
      tell(state, report, group);
      if (together) {
        observers.forEach(observer -> observer.rested(state));
        Stop stop = pause(state, clock, mayStop);
        if (stop != null) {
          return stop;
        }
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
  private @Nullable Stop pause(TrainingState state, Clock clock, MayStop mayStop) {
    boolean stop = peers.agree(state, mayStop.interrupted().getAsBoolean());
    if (state.progress().validationDue()) {
      boolean done = !peers.leads() || mayStop.completes(() -> validate(state, clock, mayStop));
      stop = peers.agree(state, !done || mayStop.interrupted().getAsBoolean());
      if (state.progress().validationDue()) {
        return Stop.INTERRUPTED;
      }
    }
    return stopping.check(state.progress(), stop);
  }

  /** Larger batches than before a resume: this epoch may have none left. */
  private @Nullable Stop skipEpoch(TrainingState state, MayStop mayStop) {
    if (state.progress().position() == 0) {
      throw new IllegalStateException("the task gives no batch to train on");
    }
    state.progress(state.progress().nextEpoch());
    boolean stop = peers.agree(state, mayStop.interrupted().getAsBoolean());
    return stopping.check(state.progress(), stop);
  }

  private List<B> group(Iterator<B> batches) {
    List<B> group = new ArrayList<>();
    int batchesOfStep =
        recipe.optimizer().fullBatch() ? Integer.MAX_VALUE : recipe.accumulate() * peers.size();
    while (group.size() < batchesOfStep && batches.hasNext()) {
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
    try (GradientSum<B> sum =
        new GradientSum<>(
            task,
            peers.own(group),
            mix(recipe.seed() + peers.rank(), step),
            state.learned().values(),
            (manager, batch) -> loss(manager, batch, step))) {
      synchronized (ENGINE) {
        sum.run();
      }
      StepSums sums = peers.sum(sum.sums());
      double share = group.stream().mapToDouble(task::share).sum();
      Progress after = before.afterUpdate(group.size(), share, sums.count());
      double rate = recipe.optimizer().rate() * after.scale() * schedule.factor(after.ending());
      double norm = apply(sums, state, rate);
      StepReport report =
          new StepReport(step, before.epoch(), sums.plain(), sums.count(), rate, norm);
      state.progress(report.applied() ? after : after.skip(before.skippedInARow()));
      for (B batch : sum.split()) {
        observers.forEach(observer -> observer.split(state, report, task.describe(batch)));
      }
      return report;
    }
  }

  private LossSum loss(NDManager manager, B batch, long step) {
    Pass pass = new Pass(new ParameterStore(manager, false), true, recipe.precision(), step);
    return penalty.addTo(task.loss(pass, manager, batch), penalized);
  }

  /** One step of the optimizer, unless loss or gradient is not finite; gives the norm. */
  private double apply(StepSums sums, TrainingState state, double rate) {
    List<NDArray> gradients = sums.gradients();
    double clip = recipe.clip() > 0 ? recipe.clip() : Double.POSITIVE_INFINITY;
    double norm = Gradients.scale(gradients, sums.count() / sums.unit(), clip);
    if (Double.isFinite(norm) && Double.isFinite(sums.plain())) {
      if (recipe.clipValue() > 0) {
        Gradients.clamp(gradients, recipe.clipValue());
      }
      state.optimizer().update(gradients, rate);
      state.average().ifPresent(average -> average.update(state.progress().step() + 1));
    }
    return norm;
  }

  private void validate(TrainingState state, Clock clock, MayStop mayStop) {
    double start = clock.seconds();
    Validation validation = state.withModel(() -> task.validate(mayStop));
    double value = selection.value(validation);
    boolean best = selection.isBetter(value, state.progress().best());
    Progress after = state.progress().validated(value, best).at(clock.seconds());
    state.progress(
        after
            .scaled(schedule.afterValidation(after.scale(), after.stale()))
            .reserving((after.seconds() - start) * recipe.average().validationsAtTheEnd()));
    observers.forEach(observer -> observer.validated(state, validation, best));
  }

  /** Tries the weights that observers make of a finished training. */
  private void attempts(TrainingState state, Clock clock, MayStop mayStop) {
    for (Observer observer : observers) {
      observer.candidates(state).forEach(c -> attempt(state, c, clock, mayStop));
    }
  }

  private void attempt(TrainingState state, Candidate candidate, Clock clock, MayStop mayStop) {
    state.with(
        candidate.weights(),
        () -> {
          Validation validation = task.validate(mayStop);
          double value = selection.value(validation);
          boolean best = selection.isBetter(value, state.progress().best());
          Progress after = state.progress().at(clock.seconds());
          state.progress(best ? after.surpassed(value) : after);
          observers.forEach(observer -> observer.tried(state, candidate, validation, best));
        });
  }

  /** SplitMix64's finalizer: neighbouring steps get unrelated seeds. */
  private static int mix(long seed, long step) {
    long z = seed * 0x9E3779B97F4A7C15L + step;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (int) (z ^ (z >>> 31));
  }
}
