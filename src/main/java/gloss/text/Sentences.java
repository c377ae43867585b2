package gloss.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text of any language into sentences by the rules of the JDK ({@link BreakIterator}).
 * They know no abbreviations: "Mr. Smith" may fall apart.
 */
public final class Sentences implements SentenceSplitter {
  private final Locale locale;

  /**
   * Sentences of a language, by its BCP 47 tag such as {@code en}; unknown ones follow general
   * rules.
   */
  public Sentences(String language) {
    locale = Locale.forLanguageTag(language);
  }

  @Override
  public List<String> split(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      sentences.add(text.substring(start, end));
      start = end;
    }
    return sentences;
  }

  @Override
  public String name() {
    return "jdk-" + locale.toLanguageTag();
  }
}
