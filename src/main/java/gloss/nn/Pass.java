package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;

/**
 * One pass through a network.
 *
 * @param parameters where the values of the parameters come from
 * @param training whether dropout acts and gradients are wanted
 */
public record Pass(ParameterStore parameters, boolean training) {
  /** The value of a parameter. */
  public NDArray value(Parameter parameter) {
    return parameters.getValue(parameter, parameter.getArray().getDevice(), training);
  }

  /** The dropout rate that holds in this pass. */
  public double dropout(double rate) {
    return training ? rate : 0;
  }
}
