package gloss.train;

import gloss.recipe.DistributedRecipe;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Those who train the same model at the same time, seen by one of them. Of the batches of a step
 * each takes every {@code size}-th. Whatever all must do alike, such as stopping, is decided by the
 * leader, whose progress all take over whenever they {@linkplain #agree agree}.
 *
 * <p>{@code allreduce}: gradients and counts are added up over the workers in every step, so that a
 * step is that of one worker on all of its batches. {@code diloco}: see {@link Diloco}.
 */
public final class Peers {
  private final Ring ring;
  private final DistributedRecipe recipe;

  /** Workers that are connected by a ring. */
  public Peers(Ring ring, DistributedRecipe recipe) {
    this.ring = ring;
    this.recipe = recipe;
  }

  /** Nobody else. */
  public static Peers none() {
    return new Peers(Ring.ALONE, DistributedRecipe.ALONE);
  }

  private boolean alone() {
    return ring.size() == 1;
  }

  private boolean local() {
    return recipe.mode() == DistributedRecipe.Mode.DILOCO;
  }

  /** Whether this is the worker that validates, and writes checkpoints and logs. */
  boolean leads() {
    return ring.rank() == 0;
  }

  int rank() {
    return ring.rank();
  }

  /** How many batches all workers together take for one of one worker. */
  int size() {
    return ring.size();
  }

  /** What of a step's batches is this worker's. */
  <B> List<B> own(List<B> group) {
    if (alone()) {
      return group;
    }
    List<B> own = new ArrayList<>();
    for (int i = ring.rank(); i < group.size(); i += ring.size()) {
      own.add(group.get(i));
    }
    if (own.isEmpty() && local()) {
      // At the end of an epoch there may be fewer batches than workers; nobody is idle.
      own.add(group.get(ring.rank() % group.size()));
    }
    return own;
  }

  /** The sums of all workers where each step is common; gradients are added up in place. */
  StepSums sum(StepSums own) {
    if (alone() || local()) {
      // Of local steps an estimate, until all take over the leader's.
      return own;
    }
    FlatArrays flat = new FlatArrays(own.gradients());
    float[] values = flat.values();
    for (int i = 0; i < values.length; i++) {
      values[i] *= (float) own.unit();
    }
    ring.sum(values);
    flat.assign(values);
    double[] numbers = sums(own.plain(), own.count());
    return new StepSums(own.gradients(), 1, numbers[0], numbers[1]);
  }

  /** Of each number the sum over the workers. */
  private double[] sums(double... numbers) {
    ByteBuffer own = ByteBuffer.allocate(numbers.length * Double.BYTES);
    own.asDoubleBuffer().put(numbers);
    double[] sums = new double[numbers.length];
    for (byte[] one : ring.gather(own.array())) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += ByteBuffer.wrap(one).getDouble(i * Double.BYTES);
      }
    }
    return sums;
  }

  /** After an update: whether all workers have the same state now. */
  boolean meet(TrainingState state) {
    if (!local()) {
      return true;
    }
    if (state.progress().step() % recipe.every() != 0) {
      return false;
    }
    state.outer().ifPresent(outer -> outer.step(state, ring));
    return true;
  }

  /** All take over the leader's progress; returns whether the leader is to stop. */
  boolean agree(TrainingState state, boolean stop) {
    if (alone()) {
      return stop;
    }
    String own = leads() ? (stop ? "1" : "0") + Checkpoint.json(state.progress()) : "";
    byte[][] all = ring.gather(own.getBytes(StandardCharsets.UTF_8));
    String leaders = new String(all[0], StandardCharsets.UTF_8);
    if (!leads()) {
      state.progress(Checkpoint.progress(leaders.substring(1)));
    }
    return leaders.charAt(0) == '1';
  }
}
