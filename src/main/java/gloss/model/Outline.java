package gloss.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a task has to tell of a model or of a recipe.
 *
 * @param about in a few words, such as {@code en → fr}
 * @param lines more for people, by a heading such as {@code vocabulary}
 * @param facts the same for programs, by key
 * @param network its settings and weights
 */
public record Outline(
    String about, Map<String, String> lines, Map<String, Object> facts, NetworkSummary network) {
  /** Copies what is given. */
  public Outline {
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
