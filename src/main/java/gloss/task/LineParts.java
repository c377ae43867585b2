package gloss.task;

import gloss.recipe.OutputRecipe.LongLines;
import gloss.subword.Subwords;
import gloss.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts lines into parts that a network can read at once.
 *
 * <p>A line that is not too long is one part. Of a longer one, each sentence is a part, or, where
 * it is too long itself, or if sentences are not asked for, as many words as may be. A word of a
 * thousand letters or more is no word of a language, and stays as it is.
 */
final class LineParts {
  /** No space, and none of the marks that end clauses where words are not spaced. */
  private static final Pattern NO_WORD =
      Pattern.compile("[^\\s\u3001\u3002\uff0c\uff01\uff1f\uff1b]{1000,}");

  private final Subwords subwords;
  private final int maxLength;
  private final SentenceSplitter sentences;
  private final LongLines longLines;

  /**
   * A way of cutting.
   *
   * @param maxLength most subwords of a part
   */
  LineParts(Subwords subwords, int maxLength, SentenceSplitter sentences, LongLines longLines) {
    this.subwords = subwords;
    this.maxLength = maxLength;
    this.sentences = sentences;
    this.longLines = longLines;
  }

  /** The parts of a line; none if it is blank. */
  List<LinePart> of(String line) {
    List<LinePart> parts = new ArrayList<>();
    Matcher noWords = NO_WORD.matcher(line);
    int from = 0;
    while (noWords.find()) {
      addText(line.substring(from, noWords.start()), parts);
      parts.add(new LinePart(noWords.group(), new int[0]));
      from = noWords.end();
    }
    addText(line.substring(from), parts);
    return parts;
  }

  private void addText(String text, List<LinePart> parts) {
    if (text.isBlank()) {
      return;
    }
    int[] ids = subwords.encode(text);
    if (ids.length <= maxLength) {
      parts.add(new LinePart(text, ids));
    } else if (longLines == LongLines.SENTENCES) {
      sentences.split(text).stream()
          .filter(sentence -> !sentence.isBlank())
          .forEach(sentence -> addWords(subwords.encode(sentence.strip()), parts));
    } else {
      addWords(ids, parts);
    }
  }

  private void addWords(int[] ids, List<LinePart> parts) {
    for (int[] part : LongInput.parts(ids, maxLength, this::beginsWord)) {
      parts.add(new LinePart(subwords.decode(part), part));
    }
  }

  /** In the byte alphabet a space is written {@code Ġ}, and it belongs to the word after it. */
  private boolean beginsWord(int id) {
    return subwords.vocabulary().token(id).startsWith("Ġ");
  }
}
