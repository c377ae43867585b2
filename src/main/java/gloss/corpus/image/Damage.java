package gloss.corpus.image;

import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that were to be pictures and are none: they are counted and left out, or, if that is not
 * wanted, the first of them is an {@link InputException}. Used by one thread.
 */
public final class Damage {
  private static final int MOST_NAMED = 10;

  private final boolean strict;
  private final List<String> named = new ArrayList<>();
  private int count;

  /** Nothing yet; {@code strict} to refuse the first one. */
  public Damage(boolean strict) {
    this.strict = strict;
  }

  void found(String name, DamagedImage reason) {
    String said = name + ": " + reason.getMessage();
    if (strict) {
      throw new InputException(said, reason);
    }
    count++;
    if (named.size() < MOST_NAMED) {
      named.add(said);
    }
  }

  /** How many were left out. */
  public int count() {
    return count;
  }

  /** A line for each of the first ten, and how many there are. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(named);
    if (count > 0) {
      lines.add(
          count + (count == 1 ? " file" : " files") + " left out; --strict refuses such files");
    }
    return lines;
  }
}
