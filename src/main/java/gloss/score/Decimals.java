package gloss.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as Python prints them, so that scores read the same digit by digit.
 *
 * <p>{@link String#format} rounds the shortest decimal half up ({@code 1.005} to {@code 1.01});
 * Python rounds the exact binary value half to even ({@code 1.00}), and so does this class.
 */
public final class Decimals {
  private static final int ALWAYS_EXACT = 15;
  private static final int ALWAYS_ENOUGH = 17;

  private Decimals() {}

  /** With {@code width} decimals, as {@code f"{x:.{width}f}"}. */
  public static String fixed(double x, int width) {
    if (!Double.isFinite(x)) {
      return Double.isNaN(x) ? "nan" : x > 0 ? "inf" : "-inf";
    }
    String digits = new BigDecimal(x).setScale(width, RoundingMode.HALF_EVEN).toPlainString();
    boolean lostSign = (x < 0 || 1 / x < 0) && !digits.startsWith("-");
    return lostSign ? "-" + digits : digits;
  }

  /** The double nearest to {@link #fixed}. */
  public static double rounded(double x, int width) {
    return Double.isFinite(x) ? Double.parseDouble(fixed(x, width)) : x;
  }

  /** The shortest decimal that reads back as the same double, as {@code repr(x)}. */
  public static String shortest(double x) {
    if (!Double.isFinite(x)) {
      return fixed(x, 0);
    }
    if (x == 0) {
      return 1 / x < 0 ? "-0.0" : "0.0";
    }
    BigDecimal exact = new BigDecimal(x);
    int precision = Math.abs(x) < Double.MIN_NORMAL ? 1 : ALWAYS_EXACT;
    BigDecimal digits = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
    while (precision < ALWAYS_ENOUGH && digits.doubleValue() != x) {
      precision++;
      digits = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
    }
    return arranged(digits.stripTrailingZeros());
  }

  private static String arranged(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    if (exponent < -4 || exponent >= 16) {
      return scientific(number, exponent);
    }
    String plain = number.toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  private static String scientific(BigDecimal number, int exponent) {
    String digits = number.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
    return (number.signum() < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+") + power;
  }
}
