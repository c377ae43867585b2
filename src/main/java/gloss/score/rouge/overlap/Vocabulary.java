package gloss.score.rouge.overlap;

import gloss.score.token.Tokens;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the forms of tokens. A token that was seen before costs one look-up, however expensive
 * its form (a stem, say) was to find, and makes no string.
 */
final class Vocabulary {
  /** Marks a token that is left out. */
  static final int NONE = -1;

  private static final int LARGE = 1 << 16;

  private final WordForm form;
  private final Map<String, Integer> forms = new HashMap<>();
  private Tokens known = new Tokens();
  private int[] numbers = new int[256];

  /** Hash table of places in {@link #known}; −1 is free. At most half of it is in use. */
  private int[] table = new int[512];

  Vocabulary(WordForm form) {
    this.form = form;
    Arrays.fill(table, -1);
  }

  /** Forgets all numbers if they have become too many; to be called between segments only. */
  void limit() {
    if (known.size() > LARGE) {
      known = new Tokens();
      numbers = new int[256];
      table = new int[512];
      Arrays.fill(table, -1);
      forms.clear();
    }
  }

  /** The number of a token's form, counted from 0; {@link #NONE} if it is left out. */
  int number(Tokens tokens, int i) {
    int slot = slot(tokens, i);
    return table[slot] < 0 ? add(tokens.get(i), slot) : numbers[table[slot]];
  }

  private int slot(Tokens tokens, int i) {
    int mask = table.length - 1;
    int hash = tokens.hash(i) * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 16)) & mask;
    while (table[slot] >= 0 && !tokens.same(i, known, table[slot])) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int add(String token, int slot) {
    int place = known.size();
    known.add(token);
    if (place == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * place);
    }
    String found = form.of(token);
    numbers[place] = found == null ? NONE : forms.computeIfAbsent(found, any -> forms.size());
    table[slot] = place;
    if (2 * known.size() > table.length) {
      enlarge();
    }
    return numbers[place];
  }

  private void enlarge() {
    table = new int[2 * table.length];
    Arrays.fill(table, -1);
    for (int place = 0; place < known.size(); place++) {
      table[slot(known, place)] = place;
    }
  }
}
