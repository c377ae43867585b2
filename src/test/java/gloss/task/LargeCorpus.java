package gloss.task;

import gloss.batch.PaddedBatch;
import gloss.batch.SequenceBatch;
import gloss.corpus.ParallelFiles;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.ParallelDataRecipe;
import gloss.recipe.Recipe;
import gloss.recipe.TranslationRecipe;
import gloss.train.Observer;
import gloss.train.StepReport;
import gloss.train.TrainingState;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Training on more pairs than fit in memory, measured; {@code bench/data.sh} runs it. */
public final class LargeCorpus {
  private static final int WORDS = 60_000;
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiouéà";

  private LargeCorpus() {}

  /** {@code write FOLDER PAIRS}, {@code batches FOLDER} or {@code train FOLDER STEPS}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "write" -> {
        write(folder, "train", Integer.parseInt(arguments[2]));
        write(folder, "valid", 200);
      }
      case "batches" -> batches(folder, recipe(folder));
      case "train" -> train(folder, recipe(folder), Long.parseLong(arguments[2]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    say("peak: heap %d MB, process %s", heapPeak() >> 20, processPeak());
  }

  /** Sentences of 3 to 17 invented words, rank r about as frequent as 1/r. */
  private static void write(Path folder, String split, int pairs) throws IOException {
    SplittableRandom random = new SplittableRandom(pairs);
    List<String> source = words(new SplittableRandom(1));
    List<String> target = words(new SplittableRandom(2));
    try (BufferedWriter sources = Files.newBufferedWriter(folder.resolve(split + ".source"));
        BufferedWriter targets = Files.newBufferedWriter(folder.resolve(split + ".target"))) {
      for (int i = 0; i < pairs; i++) {
        int length = 3 + random.nextInt(8) + random.nextInt(8);
        for (int k = 0; k < length; k++) {
          int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS)) - 1;
          sources.write(source.get(rank) + (k + 1 < length ? " " : ".\n"));
          targets.write(target.get(rank) + (k + 1 < length ? " " : ".\n"));
        }
      }
    }
  }

  private static List<String> words(SplittableRandom random) {
    return IntStream.range(0, WORDS)
        .mapToObj(rank -> word(random, 1 + random.nextInt(3) + (rank > 500 ? 1 : 0)))
        .toList();
  }

  private static String word(SplittableRandom random, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    return word.toString();
  }

  private static TranslationRecipe recipe(Path folder) {
    String recipe =
        """
        task: translation
        data:
          source: source
          target: target
          train: {source: train.source, target: train.target}
          valid: {source: valid.source, target: valid.target}
        subwords: {merges: 8000, dropout: %s}
        network: {size: 8, heads: 1, feed-forward: 8, encoder-layers: 1, decoder-layers: 1}
        training:
          until: [2 epochs]
          validate: {every: 2 epochs, metric: loss}
        """
            .formatted(System.getProperty("dropout", "0"));
    return (TranslationRecipe) Recipe.parse(recipe, folder.resolve(Recipe.FILE));
  }

  /** The way of the data alone. */
  private static void batches(Path folder, TranslationRecipe recipe) throws IOException {
    ParallelFiles text = recipe.data().split(ParallelDataRecipe.TRAIN);
    double start = seconds();
    String checksums = text.checksums().toString();
    say("checksums: %.1f s", seconds() - start);
    start = seconds();
    TokenizerPair tokenizers = TokenizerPair.learn(text, recipe.subwords());
    say("subwords learned: %.1f s", seconds() - start);
    start = seconds();
    PairEncoder encoder = new PairEncoder(tokenizers, recipe);
    Path file = folder.resolve("pairs");
    try (TrainingPairs pairs = TrainingPairs.open(file, text, checksums, encoder, recipe.batch())) {
      say("%s cut: %.1f s, %d MB", pairs.filtered(), seconds() - start, Files.size(file) >> 20);
      int last = 0;
      for (int epoch = 1; epoch <= 2; epoch++) {
        last = epoch(pairs, epoch);
      }
      start = seconds();
      pairs.batches(2, last * 9 / 10, UnaryOperator.identity()).next();
      say("resuming at 90 %% of an epoch: %.1f s", seconds() - start);
      pairs.delete();
    }
  }

  private static int epoch(TrainingPairs pairs, int epoch) {
    double start = seconds();
    double longest = 0;
    long ids = 0;
    long padded = 0;
    int count = 0;
    Iterator<SequenceBatch> batches = pairs.batches(epoch, 0, UnaryOperator.identity());
    while (batches.hasNext()) {
      double before = seconds();
      SequenceBatch batch = batches.next();
      longest = Math.max(longest, seconds() - before);
      for (PaddedBatch side : List.of(batch.source(), batch.labels())) {
        ids += side.tokenCount();
        padded += side.tokens().length;
      }
      count++;
    }
    say(
        "epoch %d: %d batches, %.0f pairs/s, longest wait %.2f s, %.2f %% padding",
        epoch,
        count,
        pairs.filtered().kept() / (seconds() - start),
        longest,
        100.0 * (padded - ids) / padded);
    return count;
  }

  private static void train(Path folder, TranslationRecipe recipe, long steps) throws IOException {
    boolean[] enough = {false};
    Observer watch =
        new Observer() {
          @Override
          public void stepped(TrainingState state, StepReport report) {
            enough[0] = report.step() == steps;
            if (report.step() == 1 || enough[0]) {
              say("step %d after %.1f s", report.step(), sinceStart());
            }
          }
        };
    ModelFolder model = new ModelFolder(folder.resolve("model"));
    try (Training training = Tasks.start(recipe, model)) {
      training.run(List.of(watch), () -> enough[0]);
    }
    say("stopped after %.1f s", sinceStart());
    double start = seconds();
    Tasks.resume(recipe, model, LargeCorpus::say).close();
    say("ready to go on: %.1f s", seconds() - start);
  }

  private static double sinceStart() {
    return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
  }

  private static double seconds() {
    return System.nanoTime() / 1e9;
  }

  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static String processPeak() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .map(line -> line.replaceAll(".*:\\s*", ""))
            .findFirst()
            .orElse("?")
        : "?";
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
