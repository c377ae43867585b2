package gloss.score.significance;

import gloss.score.parallel.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where trials are done: on the threads of this machine, or on a cluster. */
@FunctionalInterface
public interface TrialRunner {
  /**
   * Does {@code count} trials; the result depends on the arguments alone.
   *
   * @param generator where the random numbers come from; afterwards it is behind those of all
   *     trials
   * @return one row per trial, in order, with one number per system
   */
  <E> List<Number[]> run(Trial trial, int count, List<Evaluation<E>> systems, Pcg64 generator);

  /** On so many threads. */
  static TrialRunner threads(int threads) {
    return new TrialRunner() {
      @Override
      public <E> List<Number[]> run(
          Trial trial, int count, List<Evaluation<E>> systems, Pcg64 generator) {
        Supplier<int[]> draws = trial.draws(generator, Resampling.sealedSize(systems));
        List<Number[]> rows = new ArrayList<>(count);
        Pipeline.run(threads, times(count, draws), draw -> trial.score(systems, draw), rows::add);
        return rows;
      }
    };
  }

  /** A source of so many items. */
  private static <I> Pipeline.Source<I> times(int count, Supplier<I> supplier) {
    return new Pipeline.Source<>() {
      private int left = count;

      @Override
      public @Nullable I next() {
        return left-- > 0 ? supplier.get() : null;
      }
    };
  }
}
