package gloss.loss;

import ai.djl.ndarray.NDArray;
import gloss.recipe.ClassWeightsRecipe;
import gloss.recipe.Makers;
import gloss.text.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;

/**
 * How much an example of each class counts, from how many there are. A class without an example has
 * the weight 0.
 */
public final class ClassWeights {
  private static final Makers<ClassWeightsRecipe, Function<Supplier<long[]>, List<Double>>> INDEX =
      new Makers<ClassWeightsRecipe, Function<Supplier<long[]>, List<Double>>>()
          .with(ClassWeightsRecipe.None.class, r -> counts -> List.of())
          .with(
              ClassWeightsRecipe.InverseFrequency.class,
              r -> counts -> inverseFrequency(counts.get()))
          .with(
              ClassWeightsRecipe.EffectiveNumber.class,
              r -> counts -> effectiveNumber(counts.get(), r.beta()))
          .with(
              ClassWeightsRecipe.RareTokens.class,
              r -> counts -> rareTokens(counts.get(), r.most(), r.decay()))
          .with(ClassWeightsRecipe.Given.class, r -> counts -> given(r.weights(), counts.get()));

  private ClassWeights() {}

  /**
   * The weights that a recipe asks for; none if all classes count the same.
   *
   * @param counts training examples of each class; asked for only where they matter
   */
  public static List<Double> of(ClassWeightsRecipe recipe, Supplier<long[]> counts) {
    return INDEX.make(recipe).apply(counts);
  }

  private static List<Double> given(List<Double> weights, long[] counts) {
    return oneForEach("class-weights", weights, counts);
  }

  /** The weights, if there is one for each class; else an {@link InputException}. */
  static List<Double> oneForEach(String key, List<Double> weights, long[] counts) {
    if (weights.size() != counts.length) {
      throw new InputException(
          "loss." + key + ": " + weights.size() + " weights for " + counts.length + " classes");
    }
    return weights;
  }

  /**
   * n / (k · n_c) for n examples of k classes (King and Zeng 2001): every class counts the same.
   * scikit-learn calls it balanced.
   */
  public static List<Double> inverseFrequency(long[] counts) {
    double examples = Arrays.stream(counts).sum();
    long classes = Arrays.stream(counts).filter(count -> count > 0).count();
    return weights(counts, count -> examples / (classes * count));
  }

  /**
   * (1 − β) / (1 − β^n_c), scaled so that the weights are 1 on average (Cui et al. 2019,
   * Class-Balanced Loss Based on Effective Number of Samples): the more examples a class has, the
   * less new one more tells. β = 0 gives 1 for all, β → 1 the inverse frequency.
   *
   * @param beta β in [0, 1), such as 0.999
   */
  public static List<Double> effectiveNumber(long[] counts, double beta) {
    Require.that(beta >= 0 && beta < 1, "beta must be in [0, 1), is " + beta);
    List<Double> raw = weights(counts, count -> (1 - beta) / -Math.expm1(count * Math.log(beta)));
    double sum = raw.stream().mapToDouble(Double::doubleValue).sum();
    long classes = Arrays.stream(counts).filter(count -> count > 0).count();
    return raw.stream().map(weight -> weight * classes / sum).toList();
  }

  /**
   * 1 + A · exp(−T · n_c / m), with m the median of the counts that are not 0 (Gu et al. 2020,
   * Token-level Adaptive Training for Neural Machine Translation, exponential form): frequent
   * tokens count 1, the rarest almost 1 + A.
   *
   * @param most A, 0 or more
   * @param decay T, greater than 0
   */
  public static List<Double> rareTokens(long[] counts, double most, double decay) {
    Require.notNegative("most", most);
    Require.positive("decay", decay);
    long[] seen = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
    double median = seen.length == 0 ? 1 : seen[seen.length / 2];
    return weights(counts, count -> 1 + most * Math.exp(-decay * count / median));
  }

  private static List<Double> weights(long[] counts, LongToDoubleFunction weight) {
    return Arrays.stream(counts)
        .mapToObj(count -> count == 0 ? 0.0 : weight.applyAsDouble(count))
        .toList();
  }

  /** Weights as a kernel takes them: one for each class of the scores, or none. */
  static double[] table(List<Double> weights, NDArray scores) {
    long classes = scores.getShape().get(scores.getShape().dimension() - 1);
    Require.that(
        weights.isEmpty() || weights.size() == classes,
        weights.size() + " weights for " + classes + " classes");
    return weights.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
