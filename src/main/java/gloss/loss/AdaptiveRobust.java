package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.recipe.NumberLossRecipe;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The adaptive robust loss (Barron 2019, A General and Adaptive Robust Loss Function): the negative
 * log-likelihood of errors whose density is made of {@link GeneralRobust},
 *
 * <pre>L = ρ(p − t, α, c) + ln c + ln Z(α),   Z(α) = ∫ exp(−ρ(x, α, 1)) dx</pre>
 *
 * with a shape α and a scale c for each output, both learned. A small α makes light of outliers and
 * costs a large Z, so α becomes what the errors ask for: near 2 where they are Gaussian, near 0
 * where there are wild ones. α = lowest + (highest − lowest) · sigmoid(a) and c = least + (c₀ −
 * least) · softplus(b + ln(e − 1)) keep to their ranges; what is learned are a and b, which are in
 * the training state.
 *
 * <p>Z has no closed form. ln Z is a cubic Hermite spline, as in the paper's appendix, through 282
 * values that are dense around α = 0 and 2, where it is bent. Shapes up to 4 are known.
 */
public final class AdaptiveRobust implements Loss {
  private static final double[][] PARTITION = Table.read("robust-partition.csv");

  private final double[] shapes;
  private final double[] scales;
  private final NDArray latentShape;
  private final NDArray latentScale;
  private final NDArray table;

  /**
   * A loss for so many outputs.
   *
   * @param manager that the learned parameters belong to
   * @param outputs numbers that are predicted for an item; predictions are {@code (n, outputs)}, or
   *     of any shape if there is one
   * @param recipe where shape and scale begin, and their ranges
   */
  public AdaptiveRobust(NDManager manager, int outputs, NumberLossRecipe.AdaptiveRobust recipe) {
    shapes = new double[] {recipe.lowestShape(), recipe.highestShape()};
    scales = new double[] {recipe.lowestScale(), recipe.scale()};
    double share = (recipe.shape() - shapes[0]) / (shapes[1] - shapes[0]);
    latentShape = learned(manager, outputs, Math.log(share / (1 - share)));
    latentScale = learned(manager, outputs, 0);
    table = manager.create(flat(PARTITION), new Shape(PARTITION.length, PARTITION[0].length));
  }

  private static NDArray learned(NDManager manager, int outputs, double first) {
    float[] values = new float[outputs];
    Arrays.fill(values, (float) first);
    NDArray array = manager.create(values);
    array.setRequiresGradient(true);
    return array;
  }

  private static float[] flat(double[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    int n = 0;
    for (double[] row : rows) {
      for (double value : row) {
        flat[n++] = (float) value;
      }
    }
    return flat;
  }

  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    long outputs = latentShape.size();
    long last = predictions.getShape().get(predictions.getShape().dimension() - 1);
    Require.that(
        outputs == 1 || last == outputs, last + " outputs, the loss is made for " + outputs);
    return LossKernels.elements(
        "adaptive_robust", predictions, targets, latentShape, latentScale, table, shapes, scales);
  }

  /** The shape α of each output as it is now. */
  public float[] shape() {
    return values("shape_of", latentShape, shapes);
  }

  /** The scale c of each output as it is now. */
  public float[] scale() {
    return values("scale_of", latentScale, scales);
  }

  private static float[] values(String kernel, NDArray latent, double[] range) {
    try (NDArray values = LossKernels.LIBRARY.one(kernel, latent, range[0], range[1])) {
      return values.toFloatArray();
    }
  }

  /** The latent values a and b, under the names {@code shape} and {@code scale}. */
  @Override
  public Map<String, NDArray> parameters() {
    Map<String, NDArray> parameters = new LinkedHashMap<>();
    parameters.put("shape", latentShape);
    parameters.put("scale", latentScale);
    return parameters;
  }
}
