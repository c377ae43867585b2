package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.batch.SequencePairs;
import gloss.loss.LossSum;
import gloss.nn.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * The expected badness of what the network writes itself, by a metric of whole outputs:
 *
 * <pre>Σ |y*| · risk(x, y*) / Σ |y*|</pre>
 *
 * over the pairs (x, y*) of a batch, where |y*| is the number of the target's tokens: a line counts
 * as much as it does in the loss of its tokens, and the sum does not depend on how a batch is cut.
 * The network writes without dropout; outputs are scored on other threads while it goes on, and
 * then {@link Credit} makes the better ones likelier. Nothing flows through the metric, so it may
 * be any. A source for which nothing was written has no part in the sum.
 */
final class RiskObjective implements Objective {
  /** Subwords of sources times outputs that are searched for side by side. */
  private static final int TOKENS_AT_ONCE = 16_384;

  /** Sources whose outputs are scored by one thread in one go. */
  private static final int LINES_AT_ONCE = 16;

  private final SequenceModel model;
  private final RiskMethod method;
  private final Reward reward;

  RiskObjective(SequenceModel model, RiskMethod method, Reward reward) {
    this.model = model;
    this.method = method;
    this.reward = reward;
  }

  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    List<CompletableFuture<List<Judged>>> judged = new ArrayList<>();
    int rows = Math.max(1, TOKENS_AT_ONCE / (batch.source().columns() * method.outputs()));
    for (int from = 0; from < batch.rows(); from += rows) {
      SequencePairs some = part(batch.pairs(), from, from + rows);
      List<List<Output>> outputs = method.writer().write(manager, some, pass.step());
      for (int at = 0; at < some.size(); at += LINES_AT_ONCE) {
        int first = at;
        int row = from + at;
        judged.add(
            Scoring.start(
                () ->
                    judge(
                        row,
                        part(some, first, first + LINES_AT_ONCE),
                        outputs.subList(first, Math.min(first + LINES_AT_ONCE, some.size())))));
      }
    }
    return risk(pass, manager, batch, judged);
  }

  private static SequencePairs part(SequencePairs pairs, int from, int to) {
    return pairs.select(IntStream.range(from, Math.min(to, pairs.size())).toArray());
  }

  /**
   * What follows for a source.
   *
   * @param risk times the length of the reference
   * @param outputs those that are to become likelier, or less likely
   */
  private record Judged(double risk, List<WeightedOutput> outputs) {}

  private List<Judged> judge(int firstRow, SequencePairs pairs, List<List<Output>> outputs) {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      List<Output> written =
          outputs.get(i).stream().filter(output -> output.labels().length > 0).toList();
      if (!written.isEmpty()) {
        Credit credit = credit(written, model.words().text(pairs.targets()[i]), pairs.lines()[i]);
        judged.add(judged(firstRow + i, written, credit, pairs.targets()[i].length + 1));
      }
    }
    return judged;
  }

  private Credit credit(List<Output> outputs, String reference, int line) {
    double[] rewards =
        outputs.stream()
            .mapToDouble(output -> reward.of(model.words().text(output.labels()), reference, line))
            .toArray();
    double[] logs = outputs.stream().mapToDouble(Output::logProbability).toArray();
    return method.rule().of(rewards, logs);
  }

  private static Judged judged(int row, List<Output> outputs, Credit credit, int length) {
    List<WeightedOutput> weighted = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      if (credit.weights()[i] != 0) {
        weighted.add(
            new WeightedOutput(row, outputs.get(i).labels(), length * credit.weights()[i]));
      }
    }
    return new Judged(length * credit.risk(), weighted);
  }

  private LossSum risk(
      Pass pass,
      NDManager manager,
      SequenceBatch batch,
      List<CompletableFuture<List<Judged>>> judged) {
    List<WeightedOutput> outputs = new ArrayList<>();
    double risk = 0;
    for (CompletableFuture<List<Judged>> some : judged) {
      for (Judged one : Scoring.result(some)) {
        risk += one.risk;
        outputs.addAll(one.outputs);
      }
    }
    if (outputs.isEmpty()) {
      // Nothing to learn, but there must be a gradient.
      outputs.add(new WeightedOutput(0, batch.labels().sequence(0), 0));
    }
    NDArray sum = new Likelihood(model.network()).of(pass, manager, batch, outputs);
    return new LossSum(sum, risk, batch.labelCount());
  }
}
