package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.loss.LossSum;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.recipe.DistributedRecipe;
import gloss.recipe.TrainingRecipe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several workers, here threads that are connected by sockets. */
@Timeout(120)
class PeersTest {
  @TempDir private Path folder;

  /** What a worker does once it is connected. */
  @FunctionalInterface
  private interface Work<T> {
    T with(SocketRing ring) throws Exception;
  }

  private static <T> List<T> together(int workers, Work<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    List<ServerSocket> servers = new ArrayList<>();
    try {
      for (int i = 0; i < workers; i++) {
        servers.add(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
      }
      List<Callable<T>> all = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        int rank = i;
        ServerSocket following = servers.get((i + 1) % workers);
        InetSocketAddress address =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), following.getLocalPort());
        all.add(
            () -> {
              try (SocketRing ring =
                      SocketRing.join(rank, workers, servers.get(rank), address, 77);
                  NoGradients scope = new NoGradients()) {
                return work.with(ring);
              }
            });
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(all)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
      for (ServerSocket server : servers) {
        server.close();
      }
    }
  }

  @Test
  void sumsAreExactAndTheSameForAll() throws Exception {
    for (int workers : new int[] {2, 3, 5}) {
      for (int length : new int[] {0, 1, 4, 1003}) {
        List<float[]> sums =
            together(
                workers,
                ring -> {
                  float[] values = new float[length];
                  for (int i = 0; i < length; i++) {
                    values[i] = i * (ring.rank() + 1);
                  }
                  ring.sum(values);
                  return values;
                });
        float[] expected = new float[length];
        for (int i = 0; i < length; i++) {
          expected[i] = i * (workers * (workers + 1) / 2f);
        }
        assertThat(sums).allSatisfy(sum -> assertThat(sum).isEqualTo(expected));
      }
    }
  }

  @Test
  void allGetTheSameBits() throws Exception {
    List<float[]> sums =
        together(
            3,
            ring -> {
              float[] values = new float[500];
              Random random = new Random(ring.rank());
              for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat();
              }
              ring.sum(values);
              return values;
            });
    assertThat(sums.get(1)).isEqualTo(sums.get(0));
    assertThat(sums.get(2)).isEqualTo(sums.get(0));
  }

  /** 2 (W − 1) / W values of 4 bytes each, whatever the number of workers; and the lengths. */
  @Test
  void aSumSendsAsMuchAsIsSaid() throws Exception {
    int workers = 4;
    int length = 1000;
    List<Long> sent =
        together(
            workers,
            ring -> {
              ring.sum(new float[length]);
              return ring.sent();
            });
    int rounds = 2 * (workers - 1);
    assertThat(sent).containsOnly((long) rounds * (length / workers * 4 + 4));
  }

  @Test
  void whatIsGatheredIsInOrder() throws Exception {
    List<byte[][]> all = together(4, ring -> ring.gather(new byte[] {(byte) ring.rank()}));
    for (byte[][] one : all) {
      assertThat(one).isDeepEqualTo(new byte[][] {{0}, {1}, {2}, {3}});
    }
  }

  @Test
  void whoIsLeftAloneIsTold() {
    assertThatThrownBy(
            () ->
                together(
                    2,
                    ring -> {
                      if (ring.rank() == 1) {
                        ring.close();
                        return 0;
                      }
                      ring.sum(new float[10]);
                      return 1;
                    }))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(TrainingException.class)
        .hasMessageContaining("a worker is lost");
  }

  private static TrainingRecipe recipe(int accumulate, String until, DistributedRecipe how) {
    TrainingRecipe one = Run.recipe(accumulate, until, "10 steps", 0);
    return new TrainingRecipe(
        one.seed(),
        one.accumulate(),
        one.precision(),
        one.optimizer(),
        one.schedule(),
        one.clip(),
        one.clipValue(),
        one.penalty(),
        one.until(),
        one.validate(),
        one.average(),
        one.keep(),
        how);
  }

  private static Map<String, float[]> trained(TrainingRecipe recipe, Run run, Ring ring) {
    Peers peers = new Peers(ring, recipe.distributed());
    new Trainer<>(recipe, run.new Quick(run.reverse), List.of(), peers).run(run.state, () -> false);
    return run.values();
  }

  /** 20 steps; an epoch's 7 batches are no multiple of the workers' number. */
  @Test
  void stepsTogetherAreThoseOfOneWorkerOnAllBatches() throws Exception {
    int workers = 3;
    Map<String, float[]> expected;
    try (Run alone = new Run(0, 7)) {
      alone.train(Run.recipe(workers, "20 steps", "10 steps", 0));
      expected = alone.values();
    }
    DistributedRecipe how =
        new DistributedRecipe(workers, DistributedRecipe.Mode.ALLREDUCE, 1, 1, 0);
    List<Map<String, float[]>> all =
        together(
            workers,
            ring -> {
              try (Run run = made(0, 7)) {
                Map<String, float[]> values = trained(recipe(1, "20 steps", how), run, ring);
                assertThat(run.state.progress().step()).isEqualTo(20);
                return values;
              }
            });
    Run.assertSame(all.get(1), all.get(0));
    Run.assertSame(all.get(2), all.get(0));
    assertClose(all.get(0), expected);
  }

  /** Nothing depends on biases of keys; Adam makes steps of rounding errors of their gradients. */
  private static void assertClose(Map<String, float[]> actual, Map<String, float[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, values) -> {
          for (int i = 0; i < values.length && !name.endsWith("key-value.bias"); i++) {
            assertThat(actual.get(name)[i]).as(name).isCloseTo(values[i], offset(1e-5f));
          }
        });
  }

  /** The engine has one generator: two workers of one process must not draw at the same time. */
  private static synchronized Run made(double dropout, int batchesInEpoch) {
    return new Run(dropout, batchesInEpoch);
  }

  private static final DistributedRecipe DILOCO =
      new DistributedRecipe(2, DistributedRecipe.Mode.DILOCO, 4, 0.7, 0.9);

  private static Run diloco() {
    Run run = made(0.1, 7);
    run.state.withCommonSteps(DILOCO, run.reverse.manager());
    return run;
  }

  @Test
  void afterACommonStepAllAreTheSameAndItsCheckpointIsExact() throws Exception {
    List<Map<String, float[]>> whole =
        together(
            2,
            ring -> {
              try (Run run = diloco()) {
                return trained(recipe(1, "16 steps", DILOCO), run, ring);
              }
            });
    Run.assertSame(whole.get(1), whole.get(0));
    Path file = folder.resolve("checkpoint");
    together(
        2,
        ring -> {
          try (Run run = diloco()) {
            trained(recipe(1, "8 steps", DILOCO), run, ring);
            if (ring.rank() == 0) {
              Checkpoint.write(file, run.state, Map.of());
            }
            return 0;
          }
        });
    List<Map<String, float[]>> resumed =
        together(
            2,
            ring -> {
              try (Run run = diloco()) {
                Checkpoint.restore(file, Safetensors.read(file), run.state, Map.of());
                return trained(recipe(1, "16 steps", DILOCO), run, ring);
              }
            });
    Run.assertSame(resumed.get(0), whole.get(0));
  }

  /** Four workers that meet every 10 steps learn more than one in as many steps. */
  @Test
  void workersThatMeetNowAndThenLearnTogether() throws Exception {
    double single;
    try (Run alone = new Run(0, 20)) {
      alone.train(Run.recipe(1, "200 steps", "300 steps", 0));
      single = loss(alone);
    }
    DistributedRecipe how = new DistributedRecipe(4, DistributedRecipe.Mode.DILOCO, 10, 0.7, 0.5);
    List<Double> losses =
        together(
            4,
            ring -> {
              try (Run run = made(0, 20)) {
                run.state.withCommonSteps(how, run.reverse.manager());
                trained(recipe(1, "200 steps", how), run, ring);
                return loss(run);
              }
            });
    System.out.println("PeersTest: loss of one " + single + ", of four " + losses.get(0));
    assertThat(losses).allMatch(losses.get(0)::equals);
    assertThat(losses.get(0)).isLessThan(single);
  }

  /** Of sequences that nobody has learned from. */
  private static synchronized double loss(Run run) {
    try (NDManager scope = run.reverse.manager().newSubManager()) {
      Pass pass = new Pass(new ParameterStore(scope, false), false);
      LossSum loss =
          run.reverse.loss(pass, scope, SequenceTask.sequences(new Random(~Run.SEED), 200));
      return loss.sum().getFloat() / loss.count();
    }
  }

  /** One worker's common steps with rate 1 and no momentum change nothing. */
  @Test
  void aCommonStepOfOneWorkerByItselfIsItsOwn() throws IOException {
    DistributedRecipe plain = new DistributedRecipe(1, DistributedRecipe.Mode.DILOCO, 4, 1, 0);
    try (Run expected = new Run(0.1, 7);
        Run actual = new Run(0.1, 7)) {
      expected.train(Run.recipe(1, "9 steps", "20 steps", 0));
      actual.state.withCommonSteps(plain, actual.reverse.manager());
      trained(recipe(1, "9 steps", plain), actual, Ring.ALONE);
      assertThat(actual.state.progress().step()).as("a multiple of 4").isEqualTo(12);
      expected.train(Run.recipe(1, "12 steps", "20 steps", 0));
      Map<String, float[]> common = actual.values();
      common.keySet().removeIf(name -> name.startsWith("~outer."));
      assertClose(common, expected.values());
    }
  }
}
