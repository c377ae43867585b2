package gloss.score.rouge.overlap;

import gloss.score.token.Tokens;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the forms of tokens. A token that was seen before costs one look-up, however expensive
 * its form (a stem, say) was to find.
 */
final class Vocabulary {
  /** Marks a token that is left out. */
  static final int NONE = -1;

  private static final int LARGE = 1 << 16;

  private final WordForm form;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> forms = new HashMap<>();

  Vocabulary(WordForm form) {
    this.form = form;
  }

  /** Forgets all numbers if they have become too many; to be called between segments only. */
  void limit() {
    if (numbers.size() > LARGE) {
      numbers.clear();
      forms.clear();
    }
  }

  /** The number of a token's form, counted from 0; {@link #NONE} if it is left out. */
  int number(Tokens tokens, int i) {
    return numbers.computeIfAbsent(tokens.get(i), this::numberOfForm);
  }

  private int numberOfForm(String token) {
    String found = form.of(token);
    return found == null ? NONE : forms.computeIfAbsent(found, any -> forms.size());
  }
}
