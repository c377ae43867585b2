package gloss.extract;

import gloss.text.InputException;
import gloss.text.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** The index of extractive methods. */
public final class Extractors {
  private static final Map<String, IntFunction<Extractor>> INDEX = index();

  private Extractors() {}

  private static Map<String, IntFunction<Extractor>> index() {
    Map<String, IntFunction<Extractor>> index = new LinkedHashMap<>();
    index.put(Lead.NAME, Lead::new);
    index.put(RandomSentences.NAME, RandomSentences::new);
    index.put(TextRank.NAME, TextRank::new);
    index.put(LexRank.NAME, LexRank::new);
    index.put(Oracle.NAME, Oracle::new);
    return Collections.unmodifiableMap(index);
  }

  /** Name → method for so many sentences. */
  public static Map<String, IntFunction<Extractor>> all() {
    return INDEX;
  }

  /**
   * The method that a text such as {@code lead:3} names, for at most 3 sentences.
   *
   * @throws InputException if there is none, or the number is missing or below 1
   */
  public static Extractor named(String method) {
    int colon = method.indexOf(':');
    String name = colon < 0 ? method : method.substring(0, colon);
    IntFunction<Extractor> maker = INDEX.get(name);
    if (maker == null) {
      throw new InputException(
          "no extractive method is called '" + name + "'" + Nearest.hint(name, INDEX.keySet()));
    }
    return maker.apply(count(method, colon));
  }

  private static int count(String method, int colon) {
    try {
      int count = colon < 0 ? 0 : Integer.parseInt(method.substring(colon + 1));
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Said below, with what was expected.
    }
    throw new InputException(
        "a method needs a number of sentences, such as lead:3; found '" + method + "'");
  }

  static String name(String name, int count) {
    return name + ":" + count;
  }

  static void checkCount(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one sentence is to be chosen, not " + count);
    }
  }
}
