package gloss.decode;

import org.jspecify.annotations.Nullable;

/** What a search wants to know of the tokens that may follow, in one step. */
public final class Question {
  private final int count;
  private final double discouragement;
  private final Cells banned = new Cells();
  private final Cells discouraged = new Cells();
  private final Cells asked = new Cells();
  private final @Nullable Draw draw;

  /**
   * Asks for the best tokens, or for drawn ones.
   *
   * @param count how many of the best a row, where none are drawn
   * @param discouragement what the log-probabilities of discouraged tokens are multiplied by
   * @param draw how tokens are drawn; null for the best
   */
  Question(int count, double discouragement, @Nullable Draw draw) {
    this.count = count;
    this.discouragement = discouragement;
    this.draw = draw;
  }

  /**
   * Tokens at random, one a row: of the likeliest.
   *
   * @param temperature divides the log-probabilities
   * @param topK from so many likeliest tokens; 0 for all
   * @param topP from the fewest tokens that have so much of the mass
   * @param uniforms one number in [0, 1) a row, from which the row's token follows
   */
  public record Draw(double temperature, int topK, double topP, double[] uniforms) {}

  /** What one row of the batch wants. */
  record Row(Question question, int row) {
    /** The token may not follow. */
    void ban(int token) {
      question.banned.add(row, token);
    }

    boolean isBanned(int token) {
      return question.banned.contains(row, token);
    }

    /** The token's log-probability is multiplied. */
    void discourage(int token) {
      question.discouraged.add(row, token);
    }

    /** The token's log-probability is wanted, whether it is among the best or not. */
    void ask(int token) {
      question.asked.add(row, token);
    }
  }

  /** How many of the best tokens a row are wanted; fewer come if the vocabulary is smaller. */
  public int count() {
    return count;
  }

  /** What the log-probabilities of discouraged tokens are multiplied by. */
  public double discouragement() {
    return discouragement;
  }

  /** Tokens that may not follow. */
  public Cells banned() {
    return banned;
  }

  /** Tokens that are to become less likely; none of them stands here twice. */
  public Cells discouraged() {
    return discouraged;
  }

  /** Tokens whose log-probability is wanted in any case. */
  public Cells asked() {
    return asked;
  }

  /** How tokens are drawn, or null for the best ones. */
  public @Nullable Draw draw() {
    return draw;
  }
}
