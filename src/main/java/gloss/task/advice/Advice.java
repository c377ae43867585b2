package gloss.task.advice;

import java.util.ArrayList;
import java.util.List;

/**
 * What is recommended for some data.
 *
 * @param seen what was seen in the data, a line each
 * @param choices what is recommended and why
 * @param recipe YAML, ready to be trained
 */
public record Advice(List<String> seen, List<Choice> choices, String recipe) {
  /** Copies the lists. */
  public Advice {
    seen = List.copyOf(seen);
    choices = List.copyOf(choices);
  }

  /**
   * One recommendation.
   *
   * @param part of the recipe, such as {@code loss}
   * @param value what it should be
   * @param reason names what was seen
   */
  public record Choice(String part, String value, String reason) {}

  /** Collects choices, and writes a recipe in which each reason stands beside what it is for. */
  static final class Builder {
    private final List<String> seen = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final StringBuilder recipe = new StringBuilder();

    void saw(String what) {
      seen.add(what);
    }

    /** A choice that is told, and stands under one key. */
    void choose(String part, String value, String reason) {
      choices.add(new Choice(part, value, reason));
      recipe.append("# ").append(reason).append('\n').append(part).append(": ").append(value);
      recipe.append('\n');
    }

    /** A choice that is told, and stands elsewhere in the recipe. */
    void tell(String part, String value, String reason) {
      choices.add(new Choice(part, value, reason));
    }

    void write(String lines) {
      recipe.append(lines).append('\n');
    }

    Advice build() {
      return new Advice(seen, choices, recipe.toString());
    }
  }
}
