package gloss.text.stem;

/**
 * What Porter's conditions ask of a word. Vowels are a, e, i, o, u, and y behind a consonant; every
 * other character is a consonant, digits too.
 */
final class Letters {
  private Letters() {}

  static boolean isConsonant(String word, int i) {
    char c = word.charAt(i);
    if (c != 'y') {
      return "aeiou".indexOf(c) < 0;
    }
    // In a run of y consonants and vowels alternate; what precedes the run decides.
    int start = i;
    while (start > 0 && word.charAt(start - 1) == 'y') {
      start--;
    }
    boolean first = start == 0 || !isConsonant(word, start - 1);
    return (i - start) % 2 == 0 ? first : !first;
  }

  /** How often a vowel is followed by a consonant: <em>m</em> in [C](VC)^m[V]. */
  static int measure(String word) {
    int measure = 0;
    boolean consonant = true;
    for (int i = 0; i < word.length(); i++) {
      boolean before = consonant;
      consonant = isConsonant(word, i, before);
      if (consonant && !before) {
        measure++;
      }
    }
    return measure;
  }

  static boolean containsVowel(String word) {
    boolean consonant = false;
    for (int i = 0; i < word.length(); i++) {
      consonant = isConsonant(word, i, consonant);
      if (!consonant) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConsonant(String word, int i, boolean before) {
    char c = word.charAt(i);
    return c == 'y' ? i == 0 || !before : "aeiou".indexOf(c) < 0;
  }

  static boolean endsInDoubleConsonant(String word) {
    int last = word.length() - 1;
    return last >= 1 && word.charAt(last) == word.charAt(last - 1) && isConsonant(word, last);
  }

  /** Ends in consonant, vowel, consonant, the last not w, x or y: Porter's {@code *o}. */
  static boolean endsInShortSyllable(String word) {
    int last = word.length() - 1;
    return last >= 2
        && isConsonant(word, last - 2)
        && !isConsonant(word, last - 1)
        && isConsonant(word, last)
        && "wxy".indexOf(word.charAt(last)) < 0;
  }
}
