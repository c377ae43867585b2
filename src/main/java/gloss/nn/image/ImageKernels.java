package gloss.nn.image;

import ai.djl.ndarray.NDArray;
import gloss.nn.KernelLibrary;
import org.jspecify.annotations.Nullable;

/** The arithmetic of pictures; see {@link KernelLibrary}. */
public final class ImageKernels {
  static final KernelLibrary LIBRARY = new KernelLibrary(ImageKernels.class, "kernels.py");

  /** The engine's numbers of element types. */
  private static final int FP32 = 6;

  private static final int BF16 = 15;

  private ImageKernels() {}

  /**
   * {@code (pixel − mean) / deviation}: bytes (batch, height, width, channels) → (batch, channels,
   * height, width). The planes of channels lie one after the other, which is how convolutions and
   * group normalisations of few channels are fastest.
   *
   * @param means one for each channel, 0 to 255
   * @param deviations one for each channel
   */
  public static NDArray normalized(NDArray pixels, double[] means, double[] deviations) {
    return LIBRARY.one("normalized", pixels, means, deviations);
  }

  /**
   * Cross-correlation: x (batch, in, height, width), weight (out, in, k, k), bias (out) or null →
   * (batch, out, ⌈height / stride⌉, ⌈width / stride⌉) for an odd k; what is outside counts as 0.
   *
   * @param half whether products are of bf16
   */
  static NDArray convolution(
      NDArray x, NDArray weight, @Nullable NDArray bias, int stride, boolean half) {
    return LIBRARY.one(
        "convolution", x, weight, KernelLibrary.optional(bias), stride, half ? BF16 : FP32);
  }

  /** See {@link GroupNorm}. */
  static NDArray groupNorm(
      NDArray x, NDArray scale, NDArray shift, int groups, double epsilon, boolean relu) {
    return LIBRARY.one(relu ? "group_norm_relu" : "group_norm", x, scale, shift, groups, epsilon);
  }

  /** {@code max(0, x)}. */
  static NDArray relu(NDArray x) {
    return LIBRARY.one("relu", x);
  }

  /** {@code max(0, x + y)}. */
  static NDArray addRelu(NDArray x, NDArray y) {
    return LIBRARY.one("add_relu", x, y);
  }

  /** The largest of each size × size pixels, {@code stride} apart. */
  static NDArray maxPool(NDArray x, int size, int stride) {
    return LIBRARY.one("max_pool", x, size, stride);
  }

  /**
   * {@code max(0, …)} of the largest of each size × size pixels: the same as the largest of {@code
   * max(0, x)}, gradients and all, with less to do.
   */
  static NDArray maxPoolRelu(NDArray x, int size, int stride) {
    return LIBRARY.one("max_pool_relu", x, size, stride);
  }

  /** The mean of each channel: (batch, channels, height, width) → (batch, channels). */
  static NDArray meanPool(NDArray x) {
    return LIBRARY.one("mean_pool", x);
  }

  /** One row for each picture: (batch, channels, height, width) → (batch, c · h · w). */
  public static NDArray flat(NDArray x) {
    return LIBRARY.one("flat", x);
  }
}
