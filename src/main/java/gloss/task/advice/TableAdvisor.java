package gloss.task.advice;

import gloss.corpus.table.ColumnStatistics;
import gloss.corpus.table.TableForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Looks at a table. */
public final class TableAdvisor {
  private static final int SMALL = 1_000;
  private static final int LARGE = 20_000;
  private static final double UNBALANCED = 4;
  private static final double VERY_UNBALANCED = 20;
  private static final double SOME_OUTLIERS = 0.002;
  private static final double MANY_OUTLIERS = 0.05;
  private static final double NEARLY_ALL = 0.95;
  private static final double GAIN = 0.02;

  private final TableProfile profile;
  private final Advice.Builder advice = new Advice.Builder();

  private TableAdvisor(TableProfile profile) {
    this.profile = profile;
  }

  /**
   * Looks at a table.
   *
   * @param table its files, of the same columns
   * @param data what stands under {@code data} in the recipe, as YAML on a line, by the name of the
   *     column to be predicted
   * @param target the column to be predicted; if it is empty, the last one
   * @param metric the one that the user cares about; if it is empty, one is recommended
   */
  public static Advice advise(
      List<Path> table, TableForm form, UnaryOperator<String> data, String target, String metric)
      throws IOException {
    TableProfile profile = TableProfile.of(table, form, target);
    TableAdvisor advisor = new TableAdvisor(profile);
    advisor.look(target.isEmpty());
    advisor.task(data.apply(profile.target().name()));
    boolean linear = advisor.network();
    advisor.loss(metric);
    advisor.training(linear, metric);
    return advisor.advice.build();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void look(boolean last) {
    ColumnStatistics target = profile.target();
    List<ColumnStatistics> features =
        profile.columns().stream().filter(column -> column != target).toList();
    long numbers = features.stream().filter(ColumnStatistics::isNumeric).count();
    advice.saw(
        text(
            "%,d rows; %d columns to learn from: %d of numbers, %d of text",
            profile.rows(), features.size(), numbers, features.size() - numbers));
    features.stream()
        .filter(column -> column.missing() > 0)
        .forEach(
            column ->
                advice.saw(
                    text(
                        "'%s' has no value in %.1f %% of the rows: that becomes a feature",
                        column.name(), 100.0 * column.missing() / column.rows())));
    advice.saw(
        text(
            "to be predicted: '%s'%s",
            target.name(), last ? ", the last column; --target names another" : ""));
  }

  private void task(String data) {
    ColumnStatistics target = profile.target();
    String reason =
        profile.isOfClasses()
            ? text("'%s' has %d classes", target.name(), target.different())
            : text(
                "'%s' is a number: %.4g on average, standard deviation %.4g",
                target.name(), target.mean(), target.deviation());
    advice.choose("task", profile.isOfClasses() ? "tabular-classification" : "regression", reason);
    advice.write("data: " + data);
  }

  /** Whether the network is to be linear. */
  private boolean network() {
    double linear = profile.linear(false);
    double squares = profile.linear(true);
    String what =
        text("a linear function explains %.0f %% of '%s'", 100 * linear, profile.target().name());
    boolean enough = linear > NEARLY_ALL && squares - linear < GAIN;
    if (enough) {
      advice.choose("network", "{type: linear}", what + ": that is enough");
      return true;
    }
    String also =
        squares - linear >= GAIN
            ? text(", with squares %.0f %%: it is not linear", 100 * squares)
            : ": something else may explain more";
    String sizes =
        profile.rows() < SMALL
            ? "{type: perceptron, hidden: [32], dropout: 0.2}"
            : profile.rows() < LARGE
                ? "{type: perceptron, hidden: [128, 64], dropout: 0.2}"
                : "{type: perceptron, hidden: [256, 128], dropout: 0.1}";
    advice.choose(
        "network",
        sizes,
        what + also + text("; %,d rows allow a network of that size", profile.rows()));
    return false;
  }

  private void loss(String metric) {
    if (profile.isOfClasses()) {
      classLoss();
    } else if (metric.equals("mae")) {
      advice.choose("loss", "{type: mae}", "you care about the mean absolute error");
    } else {
      numberLoss();
    }
  }

  private void classLoss() {
    double times = profile.imbalance();
    String balance = text("the most frequent class is %.1f times as frequent as the rarest", times);
    if (times >= VERY_UNBALANCED) {
      advice.choose(
          "loss",
          "{type: focal, class-weights: {type: effective-number}}",
          balance + ": it would" + " drown the others");
    } else if (times >= UNBALANCED) {
      advice.choose(
          "loss",
          "{type: cross-entropy, class-weights: {type: inverse-frequency}}",
          balance + ": weights make up for it");
    } else {
      advice.choose("loss", "{type: cross-entropy}", balance + ": they are balanced enough");
    }
  }

  private void numberLoss() {
    double outliers = profile.outliers();
    String seen =
        text(
            "%.1f %% of '%s' are outliers, beyond the quartiles by three times their distance",
            100 * outliers, profile.target().name());
    if (outliers >= MANY_OUTLIERS) {
      advice.choose("loss", "{type: adaptive-robust}", seen + ": how wild they are is learned");
    } else if (outliers >= SOME_OUTLIERS) {
      advice.choose("loss", "{type: huber, delta: 0.1}", seen + ": squares would run after them");
    } else if (profile.isOfCounts()) {
      advice.choose(
          "loss",
          "{type: poisson}",
          "'" + profile.target().name() + "' has whole numbers from 0 on: counts");
    } else {
      advice.choose("loss", "{type: mse}", seen + ": squared errors are safe");
    }
  }

  private void training(boolean linear, String wanted) {
    String metric = wanted.isEmpty() ? metric() : wanted;
    if (!wanted.isEmpty()) {
      advice.tell("metric", metric, "you care about it");
    }
    int batch = profile.rows() < LARGE ? 32 : 128;
    String rate = linear ? "0.01" : "0.003";
    advice.tell(
        "optimizer",
        "adamw, rate " + rate,
        text(
            "columns of different kinds, %d rows a step: a rate for each weight is robust; %s",
            batch, linear ? "a linear network bears a high one" : "it falls along a cosine"));
    if (profile.rows() < SMALL) {
      advice.tell(
          "cross-validation",
          "gloss cross-validate",
          text("%,d rows are few: a single split says little", profile.rows()));
    }
    advice.write("batch: {size: " + batch + "}");
    advice.write("training:");
    advice.write("  optimizer: {type: adamw, rate: " + rate + ", weight-decay: 0.01}");
    advice.write("  schedule: {type: cosine, warmup: 50 steps}");
    advice.write("  until: " + (profile.rows() < LARGE ? 60 : 20) + " epochs");
    advice.write("  validate: {metric: " + metric + ", patience: 10}");
  }

  private String metric() {
    if (profile.isOfClasses()) {
      boolean unbalanced = profile.imbalance() >= UNBALANCED;
      String metric = unbalanced ? "f1" : "accuracy";
      advice.tell(
          "metric",
          metric,
          unbalanced
              ? "classes are unbalanced: to say the most frequent one must not look good"
              : "classes are balanced enough");
      return metric;
    }
    boolean wild = profile.outliers() >= SOME_OUTLIERS;
    advice.tell(
        "metric",
        wild ? "mae" : "rmse",
        wild ? "outliers would decide a squared error" : "it is in the unit of the numbers");
    return wild ? "mae" : "rmse";
  }
}
