package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import gloss.recipe.Precision;

/**
 * One pass through a network.
 *
 * @param parameters where the values of the parameters come from
 * @param training whether dropout acts and gradients are wanted
 * @param precision of the matrix products
 * @param step the update of training that it is made for, from 1; 0 outside of training
 */
public record Pass(ParameterStore parameters, boolean training, Precision precision, long step) {
  /** A pass outside of any update. */
  public Pass(ParameterStore parameters, boolean training, Precision precision) {
    this(parameters, training, precision, 0);
  }

  /** A pass in full precision outside of any update. */
  public Pass(ParameterStore parameters, boolean training) {
    this(parameters, training, Precision.FP32);
  }

  /** Whether matrix products take bf16. */
  public boolean half() {
    return precision == Precision.BF16;
  }

  /** The value of a parameter. */
  public NDArray value(Parameter parameter) {
    return parameters.getValue(parameter, parameter.getArray().getDevice(), training);
  }

  /** The dropout rate that holds in this pass. */
  public double dropout(double rate) {
    return training ? rate : 0;
  }
}
