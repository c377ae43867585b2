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
  public Answer next(int[] newest, Question question) {
    int vocabulary = tables[0][0].length;
    float[][] changed = new float[newest.length][];
    for (int row = 0; row < newest.length; row++) {
      changed[row] = tables[rows.get(row)[0]][steps][newest[row]].clone();
    }
    steps++;
    float[] asked = values(changed, question.asked());
    Cells discouraged = question.discouraged();
    for (int i = 0; i < discouraged.size(); i++) {
      changed[discouraged.row(i)][discouraged.token(i)] *= (float) question.discouragement();
    }
    for (int i = 0; i < question.banned().size(); i++) {
      changed[question.banned().row(i)][question.banned().token(i)] = Float.NEGATIVE_INFINITY;
    }
    return question.draw() == null
        ? best(changed, Math.min(question.count(), vocabulary), asked)
        : drawn(changed, question.draw(), asked);
  }

  private static float[] values(float[][] table, Cells cells) {
    float[] values = new float[cells.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = table[cells.row(i)][cells.token(i)];
    }
    return values;
  }

  private static Answer best(float[][] table, int count, float[] asked) {
    int[] tokens = new int[table.length * count];
    float[] logProbabilities = new float[tokens.length];
    for (int row = 0; row < table.length; row++) {
      float[] next = table[row];
      int[] best =
          IntStream.range(0, next.length)
              .boxed()
              .sorted(Comparator.comparingDouble(token -> -next[token]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int k = 0; k < count; k++) {
        tokens[row * count + k] = best[k];
        logProbabilities[row * count + k] = next[best[k]];
      }
    }
    return new Answer(count, tokens, logProbabilities, asked, null);
  }

  /** Of the whole distribution. */
  private static Answer drawn(float[][] table, Question.Draw draw, float[] asked) {
    int[] tokens = new int[table.length];
    float[] logProbabilities = new float[table.length];
    for (int row = 0; row < table.length; row++) {
      double[] weights = new double[table[row].length];
      double sum = 0;
      for (int token = 0; token < weights.length; token++) {
        weights[token] = Math.exp(table[row][token] / draw.temperature());
        sum += weights[token];
      }
      double goal = draw.uniforms()[row] * sum;
      int token = 0;
      while (token < weights.length - 1 && goal >= weights[token]) {
        goal -= weights[token++];
      }
      tokens[row] = token;
      logProbabilities[row] = table[row][token];
    }
    return new Answer(1, tokens, logProbabilities, asked, null);
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
      found.add(hypothesis(tokens, logProbability, logProbability / penalty.of(tokens.length)));
      return;
    }
    float[] next = table[tokens.length][tokens.length == 0 ? BEGIN : tokens[tokens.length - 1]];
    double ended = logProbability + next[END];
    found.add(hypothesis(tokens, ended, ended / penalty.of(tokens.length + 1)));
    for (int token = NEVER; token < next.length; token++) {
      int[] longer = Arrays.copyOf(tokens, tokens.length + 1);
      longer[tokens.length] = token;
      collect(table, maxLength, penalty, longer, logProbability + next[token], found);
    }
  }

  private static Hypothesis hypothesis(int[] tokens, double logProbability, double score) {
    return new Hypothesis(tokens, new double[] {logProbability}, score, null, List.of());
  }
}
