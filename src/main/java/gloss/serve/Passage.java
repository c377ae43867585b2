package gloss.serve;

import gloss.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text that is translated by itself.
 *
 * @param index which of the request's texts it is from, from 0
 * @param begin where it begins in that text, in UTF-16 units
 * @param text from {@code begin} on, without white space around it
 */
record Passage(int index, int begin, String text) {
  int end() {
    return begin + text.length();
  }

  /** Each text as it is; its line feeds are spaces to the model. */
  static List<Passage> whole(List<String> texts) {
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      passages.add(new Passage(i, 0, texts.get(i)));
    }
    return passages;
  }

  /** The sentences of the texts; none goes over the end of a line. */
  static List<Passage> sentences(List<String> texts, SentenceSplitter splitter) {
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      addSentences(i, texts.get(i), splitter, passages);
    }
    return passages;
  }

  private static void addSentences(
      int index, String text, SentenceSplitter splitter, List<Passage> passages) {
    int lineBegin = 0;
    for (String line : text.split("\n", -1)) {
      int at = 0;
      for (String part : splitter.split(line)) {
        String sentence = part.strip();
        if (!sentence.isEmpty()) {
          int begin = line.indexOf(sentence, at);
          passages.add(new Passage(index, lineBegin + begin, sentence));
          at = begin + sentence.length();
        }
      }
      lineBegin += line.length() + 1;
    }
  }
}
