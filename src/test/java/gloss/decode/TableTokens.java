package gloss.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A model that is a table: for each sequence of the batch, what may follow depends on the newest
 * token and on how many there are.
 */
final class TableTokens implements NextTokens {
  static final int BEGIN = 1;
  static final int END = 2;
  static final int NEVER = 3;

  private final float[][][][] tables;
  private final List<int[]> rows = new ArrayList<>();
  private int steps;

  /** One table a sequence: log-probabilities by [length so far][newest token][next token]. */
  TableTokens(float[][][]... tables) {
    this.tables = tables;
    for (int sequence = 0; sequence < tables.length; sequence++) {
      rows.add(new int[] {sequence});
    }
  }

  static float[][][] random(Random random, int lengths, int vocabulary) {
    float[][][] table = new float[lengths][vocabulary][];
    for (float[][] ofLength : table) {
      for (int newest = 0; newest < vocabulary; newest++) {
        ofLength[newest] = distribution(random, vocabulary);
      }
    }
    return table;
  }

  private static float[] distribution(Random random, int vocabulary) {
    double[] weights = random.doubles(vocabulary, 0.01, 1).toArray();
    double sum = Arrays.stream(weights).sum();
    float[] logarithms = new float[vocabulary];
    for (int i = 0; i < vocabulary; i++) {
      logarithms[i] = (float) Math.log(weights[i] / sum);
    }
    return logarithms;
  }

  @Override
  public Top next(int[] newest, int count) {
    int shown = Math.min(count, tables[0][0].length);
    int[] tokens = new int[newest.length * shown];
    float[] logProbabilities = new float[tokens.length];
    for (int row = 0; row < newest.length; row++) {
      float[] next = tables[rows.get(row)[0]][steps][newest[row]];
      int[] best =
          IntStream.range(0, next.length)
              .boxed()
              .sorted(Comparator.comparingDouble(token -> -next[token]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int k = 0; k < shown; k++) {
        tokens[row * shown + k] = best[k];
        logProbabilities[row * shown + k] = next[best[k]];
      }
    }
    steps++;
    return new Top(shown, tokens, logProbabilities);
  }

  @Override
  public void select(int[] chosen) {
    List<int[]> kept = Arrays.stream(chosen).mapToObj(rows::get).toList();
    rows.clear();
    rows.addAll(kept);
  }

  @Override
  public void close() {}

  /** Every output there is: ended by the mark, or cut off at {@code maxLength}. */
  static List<Hypothesis> all(float[][][] table, int maxLength, LengthPenalty penalty) {
    List<Hypothesis> found = new ArrayList<>();
    collect(table, maxLength, penalty, new int[0], 0, found);
    found.sort(Comparator.comparingDouble(Hypothesis::score).reversed());
    return found;
  }

  private static void collect(
      float[][][] table,
      int maxLength,
      LengthPenalty penalty,
      int[] tokens,
      double logProbability,
      List<Hypothesis> found) {
    if (tokens.length == maxLength) {
      found.add(new Hypothesis(tokens, logProbability, logProbability / penalty.of(tokens.length)));
      return;
    }
    float[] next = table[tokens.length][tokens.length == 0 ? BEGIN : tokens[tokens.length - 1]];
    double ended = logProbability + next[END];
    found.add(new Hypothesis(tokens, ended, ended / penalty.of(tokens.length + 1)));
    for (int token = NEVER; token < next.length; token++) {
      int[] longer = Arrays.copyOf(tokens, tokens.length + 1);
      longer[tokens.length] = token;
      collect(table, maxLength, penalty, longer, logProbability + next[token], found);
    }
  }
}
