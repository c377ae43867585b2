package gloss.task;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import gloss.batch.SequenceBatch;
import gloss.batch.SequencePairs;
import gloss.batch.TokenBatches;
import gloss.loss.CrossEntropy;
import gloss.loss.LossSum;
import gloss.nn.Pass;
import gloss.nn.Transformer;
import gloss.objective.TokenObjective;
import gloss.optim.Optimizers;
import gloss.recipe.AverageRecipe;
import gloss.recipe.Extent;
import gloss.recipe.KeepRecipe;
import gloss.recipe.Norm;
import gloss.recipe.OptimizerRecipe;
import gloss.recipe.Positions;
import gloss.recipe.Precision;
import gloss.recipe.RegularizerRecipe;
import gloss.recipe.ScheduleRecipe;
import gloss.recipe.Tie;
import gloss.recipe.TrainingRecipe;
import gloss.recipe.TransformerRecipe;
import gloss.recipe.ValidationRecipe;
import gloss.train.Observer;
import gloss.train.StepReport;
import gloss.train.Task;
import gloss.train.Trainer;
import gloss.train.TrainingState;
import gloss.train.Validation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Speed of training steps, on batches and first weights that another program can read to do the
 * same work; {@code bench/train.sh} runs it.
 *
 * <p>Batches are pairs of sentences of invented words, about as long as captions of pictures.
 * {@link ReferenceFiles} writes them.
 */
public final class TrainingSteps {
  private static final int MEAN_LENGTH = 13;
  private static final int SENTENCES = 8_000;
  private static final int UNTIMED = 5;

  private TrainingSteps() {}

  /** What is measured, with the names of the options. */
  private record Setting(Map<String, String> values) {
    static Setting of(String[] arguments) {
      Map<String, String> values = new java.util.HashMap<>();
      Stream.of(arguments).map(a -> a.split("=", 2)).forEach(a -> values.put(a[0], a[1]));
      return new Setting(values);
    }

    String text(String name, String otherwise) {
      return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
      return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    double real(String name, double otherwise) {
      return Double.parseDouble(text(name, Double.toString(otherwise)));
    }
  }

  /** Options {@code d h ff L V tokens steps drop data init}, each as {@code name=value}. */
  public static void main(String[] arguments) throws IOException {
    Setting setting = Setting.of(arguments);
    List<SequenceBatch> batches =
        batches(setting.number("V", 9000), setting.number("tokens", 4096));
    double dropout = setting.real("drop", 0.1);
    TransformerRecipe network =
        new TransformerRecipe(
            setting.number("d", 128),
            setting.number("h", 4),
            setting.number("ff", 512),
            setting.number("L", 4),
            setting.number("L", 4),
            Norm.PRE,
            Positions.SINUSOIDAL,
            Tie.ALL,
            dropout,
            0,
            dropout);
    try (NDManager manager = NDManager.newBaseManager()) {
      Transformer transformer =
          new Transformer(network, setting.number("V", 9000), setting.number("V", 9000), 256);
      Engine.getInstance().setRandomSeed(7);
      transformer.initialize(manager);
      Path data = Path.of(setting.text("data", "batches.bin"));
      Path init = Path.of(setting.text("init", "init.bin"));
      ReferenceFiles.writeBatches(data, setting.number("V", 9000), batches);
      ReferenceFiles.writeWeights(init, transformer, network);
      if (setting.number("steps", 40) > 0) {
        train(setting, transformer, batches, manager);
      }
    }
  }

  private static void train(
      Setting setting, Transformer network, List<SequenceBatch> batches, NDManager manager) {
    TrainingRecipe recipe =
        new TrainingRecipe(
            7,
            1,
            Precision.valueOf(setting.text("precision", "FP32")),
            new OptimizerRecipe.Adam(setting.real("lr", 1e-3), 0.9, 0.98, 1e-9),
            new ScheduleRecipe.InverseSqrt(Extent.steps(200)),
            setting.real("clip", 1.0),
            0,
            new RegularizerRecipe.None(),
            List.of(Extent.parse(setting.number("steps", 40) + " steps")),
            new ValidationRecipe(Extent.parse("1000000 epochs"), "loss", 0),
            new AverageRecipe(0, 0, 0),
            new KeepRecipe(1, 0, Extent.parse("1 hour")));
    try (TrainingState state =
        new TrainingState(network, w -> Optimizers.of(recipe.optimizer(), manager, w))) {
      List<Double> smoothed = new ArrayList<>();
      Watch watch = new Watch();
      new Trainer<>(recipe, new Steps(network, batches, smoothed), List.of(watch))
          .run(state, () -> false);
      int every = setting.number("log", 0);
      for (int step = every; every > 0 && step <= smoothed.size(); step += every) {
        System.out.printf(Locale.ROOT, "step %d loss %.6f%n", step, smoothed.get(step - 1));
      }
      watch.print();
    }
  }

  /** Goes round and round through the batches. */
  private record Steps(Transformer transformer, List<SequenceBatch> all, List<Double> smoothed)
      implements Task<SequenceBatch> {
    @Override
    public Block network() {
      return transformer;
    }

    @Override
    public Iterator<SequenceBatch> batches(int epoch, int skip) {
      return all.stream().skip(skip).iterator();
    }

    @Override
    public double share(SequenceBatch batch) {
      return 1.0 / all.size();
    }

    @Override
    public LossSum loss(Pass pass, NDManager manager, SequenceBatch batch) {
      LossSum loss =
          new TokenObjective(transformer, new CrossEntropy(0.1)).of(pass, manager, batch);
      smoothed.add(loss.sum().getFloat() / loss.count());
      return loss;
    }

    @Override
    public String describe(SequenceBatch batch) {
      return "invented sentences";
    }

    @Override
    public Validation validate(Runnable mayStop) {
      return new Validation(0, Map.of(), List.of());
    }
  }

  /** Counts tokens and time after the first steps. */
  private static final class Watch implements Observer {
    private long start;
    private long startCpu;
    private double tokens;
    private int steps;

    @Override
    public void stepped(TrainingState state, StepReport report) {
      if (report.step() == UNTIMED) {
        start = System.nanoTime();
        startCpu = cpu();
      } else if (report.step() > UNTIMED) {
        tokens += report.count();
        steps++;
      }
    }

    void print() {
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "RESULT gloss: ms/step %.1f cpu %.0f tgt/s %.0f hwm %d%n",
          1000 * seconds / steps,
          (cpu() - startCpu) / 1e6 / steps,
          tokens / seconds,
          peakMegabytes());
    }

    private static long cpu() {
      return ((com.sun.management.OperatingSystemMXBean)
              ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }

    private static long peakMegabytes() {
      try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
        return lines
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElse(0);
      } catch (IOException e) {
        return 0;
      }
    }
  }

  private static List<SequenceBatch> batches(int vocabulary, int tokens) {
    Random random = new Random(7);
    int[][] sources = new int[SENTENCES][];
    int[][] targets = new int[SENTENCES][];
    for (int i = 0; i < SENTENCES; i++) {
      int length = (int) Math.max(4, Math.round(MEAN_LENGTH + 4 * random.nextGaussian()));
      sources[i] = words(random, length, vocabulary);
      targets[i] =
          words(
              random,
              (int) Math.max(3, length + Math.round(2 * random.nextGaussian())),
              vocabulary);
    }
    SequencePairs pairs = SequencePairs.of(sources, targets);
    List<SequenceBatch> batches = new ArrayList<>();
    for (int[] indices :
        new TokenBatches(tokens, 7).epoch(pairs.sourceLengths(), pairs.targetLengths(), 1)) {
      batches.add(SequenceBatch.of(pairs.select(indices), TokenizerPair.SPECIALS));
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  /** Few words are frequent, as in any text: Zipf's law. */
  private static int[] words(Random random, int length, int vocabulary) {
    int specials = 4;
    return random
        .doubles(length)
        .mapToInt(share -> specials + (int) Math.pow(vocabulary - specials, share) - 1)
        .toArray();
  }
}
