package gloss.task.advice;

import java.util.List;

/**
 * Linear least squares with a little ridge, by the normal equations: enough to see how much of a
 * target is linear in some features.
 */
final class LeastSquares {
  private static final double RIDGE = 1e-6;

  private LeastSquares() {}

  /**
   * The share of the variance of held-out targets that a linear function explains: R² on every
   * fifth row, fitted on the others.
   */
  static double explained(List<double[]> features, double[] targets) {
    int size = features.get(0).length + 1;
    double[][] normal = new double[size][size + 1];
    for (int row = 0; row < targets.length; row++) {
      if (row % 5 != 0) {
        add(normal, features.get(row), targets[row]);
      }
    }
    double[] weights = solve(normal);
    double mean = 0;
    int count = 0;
    for (int row = 0; row < targets.length; row += 5) {
      mean += targets[row];
      count++;
    }
    mean /= count;
    double errors = 0;
    double total = 0;
    for (int row = 0; row < targets.length; row += 5) {
      double error = targets[row] - predict(weights, features.get(row));
      errors += error * error;
      total += (targets[row] - mean) * (targets[row] - mean);
    }
    return total == 0 ? 0 : 1 - errors / total;
  }

  private static double at(double[] x, int i) {
    return i < x.length ? x[i] : 1;
  }

  private static void add(double[][] normal, double[] x, double y) {
    int size = normal.length;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        normal[i][j] += at(x, i) * at(x, j);
      }
      normal[i][size] += at(x, i) * y;
    }
  }

  private static double predict(double[] weights, double[] x) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * at(x, i);
    }
    return sum;
  }

  /** Gauss and Jordan's elimination with pivots. */
  private static double[] solve(double[][] system) {
    int size = system.length;
    for (int i = 0; i < size; i++) {
      system[i][i] += RIDGE * (1 + system[i][i]);
    }
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
      }
      double[] top = system[pivot];
      system[pivot] = system[column];
      system[column] = top;
      for (int row = 0; row < size; row++) {
        double factor = row == column ? 0 : system[row][column] / top[column];
        for (int i = column; i <= size && factor != 0; i++) {
          system[row][i] -= factor * top[i];
        }
      }
    }
    double[] solution = new double[size];
    for (int i = 0; i < size; i++) {
      solution[i] = system[i][size] / system[i][i];
    }
    return solution;
  }
}
