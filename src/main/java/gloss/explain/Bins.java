package gloss.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Tokens in groups, and the loss of each group. */
public final class Bins {
  private Bins() {}

  /**
   * A group.
   *
   * @param name such as {@code 10–99}
   * @param tokens how many
   * @param loss of all of them, in nats
   * @param right how many are the likeliest where they stand
   */
  public record Bin(String name, long tokens, double loss, long right) {
    /** The loss of a token on average. */
    public double mean() {
      return loss / tokens;
    }

    /** The share of right ones. */
    public double accuracy() {
      return right / (double) tokens;
    }
  }

  /** By how often a token was in the training text; none where that is not known. */
  public static List<Bin> byFrequency(TextExplanation explanation) {
    long[] from = {0, 1, 10, 100, 1_000, 10_000, 100_000};
    List<Placed> tokens = new ArrayList<>();
    explanation
        .tokens()
        .filter(token -> token.frequency() >= 0)
        .forEach(token -> tokens.add(new Placed(token, token.frequency())));
    return bins(tokens, from);
  }

  /** By the place in the line, from 1. */
  public static List<Bin> byPosition(TextExplanation explanation) {
    long[] from = {1, 2, 3, 5, 9, 17, 33, 65};
    List<Placed> tokens = new ArrayList<>();
    for (Line line : explanation.lines()) {
      for (int i = 0; i < line.tokens().size(); i++) {
        tokens.add(new Placed(line.tokens().get(i), i + 1));
      }
    }
    return bins(tokens, from);
  }

  /** By how many tokens the reference has. */
  public static List<Bin> byLength(TextExplanation explanation) {
    long[] from = {1, 6, 11, 16, 21, 31, 51, 101};
    return byLine(explanation, line -> line.tokens().size(), from);
  }

  /**
   * By whether the source holds the token, and whether the model rather copies it or makes it; none
   * where a model cannot copy.
   */
  public static List<Bin> byCopying(TextExplanation explanation) {
    List<Token> known = explanation.tokens().filter(token -> token.copied() >= 0).toList();
    return Stream.of(
            bin("not in the text", known, token -> token.copied() == 0),
            bin("in it, made", known, token -> token.copied() > 0 && token.copied() < 0.5),
            bin("in it, copied", known, token -> token.copied() >= 0.5))
        .filter(bin -> bin.tokens > 0)
        .toList();
  }

  private static Bin bin(String name, List<Token> all, Predicate<Token> member) {
    List<Token> some = all.stream().filter(member).toList();
    return new Bin(
        name,
        some.size(),
        some.stream().mapToDouble(Token::loss).sum(),
        some.stream().filter(Token::isRight).count());
  }

  private static List<Bin> byLine(
      TextExplanation explanation, ToLongFunction<Line> place, long[] from) {
    List<Placed> tokens = new ArrayList<>();
    for (Line line : explanation.lines()) {
      line.tokens().forEach(token -> tokens.add(new Placed(token, place.applyAsLong(line))));
    }
    return bins(tokens, from);
  }

  private record Placed(Token token, long place) {}

  private static List<Bin> bins(List<Placed> tokens, long[] from) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      long first = from[i];
      long end = i + 1 < from.length ? from[i + 1] : Long.MAX_VALUE;
      List<Token> some =
          tokens.stream()
              .filter(placed -> placed.place >= first && placed.place < end)
              .map(Placed::token)
              .toList();
      if (!some.isEmpty()) {
        bins.add(bin(name(first, end), some, token -> true));
      }
    }
    return bins;
  }

  private static String name(long first, long end) {
    if (end == Long.MAX_VALUE) {
      return first + " and more";
    }
    return end == first + 1 ? "" + first : first + "–" + (end - 1);
  }
}
