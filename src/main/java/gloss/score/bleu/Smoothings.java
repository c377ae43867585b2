package gloss.score.bleu;

import gloss.score.Arithmetic;
import gloss.score.Decimals;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The index of smoothing methods, numbered as by Chen and Cherry (2014), "A systematic comparison
 * of smoothing techniques for sentence-level BLEU", WMT.
 */
public final class Smoothings {
  /** No smoothing: an order without a match makes the score 0. */
  public static final Smoothing NONE = new None();

  /** Method 3, the default: the k-th order without a match counts as 1/2^k matches. */
  public static final Smoothing EXP = new Exponential();

  private static final Map<String, Function<OptionalDouble, Smoothing>> INDEX =
      Map.of(
          "none", value -> NONE,
          "exp", value -> EXP,
          "floor", value -> floor(value.orElse(0.1)),
          "add-k", value -> addK(value.orElse(1)));

  private Smoothings() {}

  /** Name → constructor, given the value that the user chose, if any. */
  public static Map<String, Function<OptionalDouble, Smoothing>> index() {
    return INDEX;
  }

  /** Method 1: an order without a match counts as {@code value} matches; 0.1 is usual. */
  public static Smoothing floor(double value) {
    return new Floor(value);
  }

  /** Method 2: adds {@code k} to matches and n-grams of every order above 1; 1 is usual. */
  public static Smoothing addK(double k) {
    return new AddK(k);
  }

  /**
   * The method of that name with a value of the user's, where it takes one.
   *
   * @throws InputException if there is none; the nearest name is offered
   */
  public static Smoothing named(String name, OptionalDouble value) {
    Function<OptionalDouble, Smoothing> constructor = INDEX.get(name);
    if (constructor == null) {
      throw new InputException(
          "no smoothing is called '" + name + "'" + Nearest.hint(name, INDEX.keySet()));
    }
    return constructor.apply(value);
  }

  /** No smoothing. */
  private record None() implements Smoothing {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public double unmatched(int rank, double total, Arithmetic arithmetic) {
      return 0;
    }
  }

  /** NIST smoothing. */
  private record Exponential() implements Smoothing {
    @Override
    public String name() {
      return "exp";
    }

    @Override
    public double unmatched(int rank, double total, Arithmetic arithmetic) {
      return arithmetic.round(100 / arithmetic.round(Math.scalb(1.0, rank) * total));
    }
  }

  /** A constant number of matches. */
  private record Floor(double value) implements Smoothing {
    private Floor {
      checkValue(value);
    }

    @Override
    public String name() {
      return "floor[" + Decimals.fixed(value, 2) + "]";
    }

    @Override
    public double unmatched(int rank, double total, Arithmetic arithmetic) {
      return arithmetic.round(arithmetic.round(100 * value) / total);
    }
  }

  /** More of everything. */
  private record AddK(double added) implements Smoothing {
    private AddK {
      checkValue(added);
    }

    @Override
    public String name() {
      return "add-k[" + Decimals.fixed(added, 2) + "]";
    }

    @Override
    public Smoothing truncated() {
      return new AddK(Math.floor(added));
    }

    @Override
    public double unmatched(int rank, double total, Arithmetic arithmetic) {
      return 0;
    }
  }

  private static void checkValue(double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new InputException("a smoothing value must be 0 or more, but is " + value);
    }
  }
}
