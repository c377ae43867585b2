package gloss.extract;

import gloss.text.SentenceSplitter;
import java.util.List;

/**
 * The sentences of documents: where a text has line feeds its lines are its sentences, else a
 * splitter finds them. White space around sentences and blank ones are left out.
 *
 * @param splitter for texts in one line
 */
public record DocumentSentences(SentenceSplitter splitter) implements SentenceSplitter {
  @Override
  public List<String> split(String text) {
    SentenceSplitter chosen = text.strip().indexOf('\n') >= 0 ? SentenceSplitter.LINES : splitter;
    return chosen.split(text).stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  @Override
  public String name() {
    return "lines-or-" + splitter.name();
  }
}
