package gloss.recipe;

/** The kind of numbers that matrix products are computed with; weights are always fp32. */
public enum Precision {
  /** 24 bits of mantissa. */
  FP32,
  /** 8 bits, with fp32's range: faster where the processor has instructions for it. */
  BF16
}
