package gloss.score.rouge;

import gloss.score.Segment;
import gloss.score.rouge.overlap.SentencedText;
import gloss.score.rouge.overlap.TextReader;
import gloss.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a segment as numbered tokens. The last segment is remembered, so that several
 * metrics of one family read it once. Used by one thread at a time.
 */
final class SegmentTexts {
  private final TextReader reader;
  private final SentenceSplitter splitter;
  private final SentencedText hypothesis = new SentencedText();
  private final List<SentencedText> references = new ArrayList<>();
  private @Nullable Segment last;

  SegmentTexts(TextReader reader, SentenceSplitter splitter) {
    this.reader = reader;
    this.splitter = splitter;
  }

  /** Reads a segment, unless it is the one that was read last. */
  @SuppressWarnings("ReferenceEquality") // An equal segment may be read again; it costs only time.
  void read(Segment segment) {
    if (segment == last) {
      return;
    }
    last = null;
    reader.start();
    reader.read(splitter.split(segment.hypothesis()), hypothesis);
    List<String> texts = segment.references();
    while (references.size() < texts.size()) {
      references.add(new SentencedText());
    }
    for (int i = 0; i < texts.size(); i++) {
      reader.read(splitter.split(texts.get(i)), references.get(i));
    }
    last = segment;
  }

  SentencedText hypothesis() {
    return hypothesis;
  }

  SentencedText reference(int i) {
    return references.get(i);
  }
}
