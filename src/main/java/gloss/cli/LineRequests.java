package gloss.cli;

import gloss.pipeline.Windows;
import gloss.text.LineEnds;
import gloss.text.LineReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The requests of an input, one a line, read one after the other.
 *
 * @param <Q> what a line asks for
 */
abstract class LineRequests<Q> implements Iterator<Q> {
  private final LineReader lines;
  private @Nullable String next;

  /** Requests from lines. */
  LineRequests(LineReader lines) {
    this.lines = lines;
  }

  /** What is done with a result; {@code line} counts from 1. */
  @FunctionalInterface
  interface Answer<R> {
    void take(R result, long line) throws IOException;
  }

  /** What a line asks for; {@code place} names it in messages. */
  abstract Q request(String line, String place) throws IOException;

  /** How long a request is. */
  abstract int characters(Q request);

  /** Fails where the input may not end yet. */
  void checkEnd() throws IOException {}

  /** Has many requests answered together, and flushes wherever the next answer takes time. */
  final <R> void answer(Function<List<Q>, List<R>> answers, LineStreams.Sink out, Answer<R> each)
      throws IOException {
    Windows<Q, R> windows = new Windows<>(this, answers, this::characters, this::isReady);
    for (long line = 1; windows.hasNext(); line++) {
      each.take(windows.next(), line);
      // A person, or another program, may wait for an answer.
      if (windows.ready() == 0) {
        out.flush();
      }
    }
  }

  /** Whether the next request, or the end, can be had without waiting for who writes it. */
  private boolean isReady() {
    try {
      return next != null || lines.isReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public final boolean hasNext() {
    try {
      next = next == null ? lines.next() : next;
      if (next == null) {
        checkEnd();
      }
      return next != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public final Q next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    String line = LineEnds.trim(next, lines.lineNumber() == 1);
    next = null;
    try {
      return request(line, lines.name() + ":" + lines.lineNumber());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
