package gloss.score.rouge.script;

import gloss.score.Segment;
import gloss.score.rouge.overlap.TextReader;
import gloss.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a segment as the script reads them. The last segment is remembered, so that all
 * measures read it once. Used by one thread at a time.
 */
final class ScriptTexts {
  private final TextReader reader;
  private final SentenceSplitter splitter;
  private final LengthLimit limit;
  private final ScriptText hypothesis;
  private final List<ScriptText> references = new ArrayList<>();
  private @Nullable Segment last;

  ScriptTexts(TextReader reader, SentenceSplitter splitter, LengthLimit limit) {
    this.reader = reader;
    this.splitter = splitter;
    this.limit = limit;
    this.hypothesis = new ScriptText(limit.isBytes());
  }

  /** Reads a segment, unless it is the one that was read last. */
  @SuppressWarnings("ReferenceEquality") // An equal segment may be read again; it costs only time.
  void read(Segment segment) {
    if (segment == last) {
      return;
    }
    last = null;
    reader.start();
    read(segment.hypothesis(), hypothesis);
    for (int i = 0; i < segment.references().size(); i++) {
      if (i == references.size()) {
        references.add(new ScriptText(limit.isBytes()));
      }
      read(segment.references().get(i), references.get(i));
    }
    last = segment;
  }

  private void read(String text, ScriptText out) {
    List<String> sentences = new ArrayList<>(splitter.split(text));
    sentences.removeIf(String::isEmpty);
    reader.read(limit.cut(sentences), out.whole());
    if (limit.isBytes()) {
      reader.read(limit.cutForSubsequences(sentences), out.sentences());
    }
  }

  ScriptText hypothesis() {
    return hypothesis;
  }

  ScriptText reference(int i) {
    return references.get(i);
  }
}
