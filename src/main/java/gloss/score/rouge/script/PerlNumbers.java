package gloss.score.rouge.script;

import gloss.score.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as perl prints them. */
final class PerlNumbers {
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  private PerlNumbers() {}

  /** A score with its five decimals, or a count as a plain number. */
  static String text(double x, boolean fraction) {
    return fraction ? Decimals.fixed(x, ScriptCounter.DECIMALS) : plain(x);
  }

  /** With up to 15 digits and no zeros behind them. */
  static String plain(double x) {
    BigDecimal rounded = new BigDecimal(x).round(DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
