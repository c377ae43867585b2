package gloss.spark;

import gloss.pipeline.Translator;
import gloss.pipeline.Windows;
import gloss.task.TranslationRequest;
import gloss.task.TranslationResult;
import gloss.text.InputException;
import gloss.text.LineEnds;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/**
 * The translations of the lines of a partition, in order. Lines are translated in windows, sorted
 * by length. In the place of a malformed line stands an empty one, and what was wrong with it goes
 * to the side: number from 1, reason and line, parted by TAB.
 */
final class TranslatedLines implements Iterator<Tuple2<String, String>> {
  private final Iterator<ParallelLines.Line> lines;
  private final Translator translator;
  private final Dialect dialect;
  private final Windows<TranslationRequest, TranslationResult> windows;
  private final Deque<Taken> taken = new ArrayDeque<>();
  private final Deque<Tuple2<String, String>> ready = new ArrayDeque<>();
  private final LineDecoder decoder = new LineDecoder("UTF-8");

  /** A line that is being translated; the complaint is empty if it is well formed. */
  private record Taken(long number, String complaint) {}

  TranslatedLines(Iterator<ParallelLines.Line> lines, Translator translator, Dialect dialect) {
    this.lines = lines;
    this.translator = translator;
    this.dialect = dialect;
    windows =
        new Windows<>(
            new Requests(), translator::results, request -> request.text().length(), () -> true);
  }

  private final class Requests implements Iterator<TranslationRequest> {
    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public TranslationRequest next() {
      ParallelLines.Line line = lines.next();
      String text = "";
      String reason;
      try {
        text = LineEnds.trim(decoder.decode(line.texts()[0]), line.number() == 0);
        TranslationRequest request = dialect.request(translator, text);
        taken.add(new Taken(line.number(), ""));
        return request;
      } catch (CharacterCodingException e) {
        reason = "not UTF-8";
        text = new String(line.texts()[0], StandardCharsets.UTF_8);
      } catch (InputException e) {
        reason = e.getMessage();
      }
      taken.add(new Taken(line.number(), line.number() + 1 + "\t" + reason + "\t" + text));
      return translator.request("");
    }
  }

  @Override
  public boolean hasNext() {
    return !ready.isEmpty() || windows.hasNext();
  }

  @Override
  public Tuple2<String, String> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (ready.isEmpty()) {
      TranslationResult result = windows.next();
      Taken line = taken.remove();
      if (line.complaint.isEmpty()) {
        for (String text : dialect.lines(translator, result, line.number + 1)) {
          ready.add(new Tuple2<>(Translating.MAIN, text));
        }
      } else {
        ready.add(new Tuple2<>(Translating.MAIN, ""));
        ready.add(new Tuple2<>(Translating.MALFORMED, line.complaint));
      }
    }
    return ready.remove();
  }
}
