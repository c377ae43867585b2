package gloss.objective;

import ai.djl.ndarray.NDManager;
import gloss.batch.SequencePairs;
import gloss.recipe.RiskRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A way to train on a metric: which outputs are compared, and what follows from it.
 *
 * @param writer of the outputs
 * @param outputs most that it writes for a source
 * @param rule what follows from their rewards
 */
record RiskMethod(Writer writer, int outputs, Credit.Rule rule) {
  static RiskMethod of(RiskRecipe.MinimumRisk recipe, SequenceModel model, long seed) {
    Writer search =
        switch (recipe.from()) {
          case SAMPLING ->
              OutputSearch.sampling(model, recipe.samples(), recipe.temperature(), seed);
          case BEAM -> OutputSearch.beam(model, recipe.samples());
        };
    Writer all =
        recipe.reference() ? together(search, new ReferenceWriter(model.network())) : search;
    return new RiskMethod(
        distinct(all),
        recipe.samples() + 1,
        (rewards, logs) -> Credit.minimumRisk(recipe.alpha(), rewards, logs));
  }

  /** The greedy output comes first. */
  static RiskMethod of(RiskRecipe.SelfCritical recipe, SequenceModel model, long seed) {
    Writer greedy = OutputSearch.beam(model, 1);
    Writer samples = OutputSearch.sampling(model, recipe.samples(), 1, seed);
    return new RiskMethod(
        together(greedy, samples),
        recipe.samples() + 1,
        (rewards, logs) -> Credit.againstTheFirst(rewards));
  }

  static RiskMethod of(RiskRecipe.Reinforce recipe, SequenceModel model, long seed) {
    return new RiskMethod(
        OutputSearch.sampling(model, recipe.samples(), 1, seed),
        recipe.samples(),
        (rewards, logs) -> Credit.leaveOneOut(rewards));
  }

  /** What one writes for a source, and then what the other writes. */
  private static Writer together(Writer first, Writer second) {
    return (NDManager manager, SequencePairs pairs, long step) -> {
      List<List<Output>> some = first.write(manager, pairs, step);
      List<List<Output>> more = second.write(manager, pairs, step);
      List<List<Output>> all = new ArrayList<>();
      for (int i = 0; i < some.size(); i++) {
        List<Output> both = new ArrayList<>(some.get(i));
        both.addAll(more.get(i));
        all.add(both);
      }
      return all;
    };
  }

  /** Each output of a source once. */
  private static Writer distinct(Writer writer) {
    return (manager, pairs, step) ->
        writer.write(manager, pairs, step).stream().map(RiskMethod::distinct).toList();
  }

  private static List<Output> distinct(List<Output> outputs) {
    List<Output> different = new ArrayList<>();
    for (Output output : outputs) {
      if (different.stream().noneMatch(o -> Arrays.equals(o.labels(), output.labels()))) {
        different.add(output);
      }
    }
    return different;
  }
}
