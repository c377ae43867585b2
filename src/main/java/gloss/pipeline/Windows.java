package gloss.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads some requests ahead and has them answered together. The first window is small, so that the
 * first result comes soon; each is twice the one before, up to a bound in requests and in
 * characters.
 *
 * @param <Q> a request
 * @param <R> its result
 */
public final class Windows<Q, R> implements Iterator<R> {
  private static final int FIRST = 16;
  private static final int MOST = 2048;
  private static final int MOST_CHARACTERS = 1 << 20;

  private final Iterator<Q> requests;
  private final Function<List<Q>, List<R>> answer;
  private final ToIntFunction<Q> characters;
  private final BooleanSupplier more;
  private final Deque<R> results = new ArrayDeque<>();
  private @Nullable RuntimeException failure;
  private int size = FIRST;

  /**
   * Windows over requests.
   *
   * @param answer as many results come from it as requests go in
   * @param characters how long a request is
   * @param more whether the next request can be had without waiting; if not, a window ends
   */
  public Windows(
      Iterator<Q> requests,
      Function<List<Q>, List<R>> answer,
      ToIntFunction<Q> characters,
      BooleanSupplier more) {
    this.requests = requests;
    this.answer = answer;
    this.characters = characters;
    this.more = more;
  }

  /** A stream of results that reads requests as results are asked for. */
  static <Q, R> Stream<R> stream(
      Stream<? extends Q> requests,
      Function<List<Q>, List<R>> answer,
      ToIntFunction<Q> characters) {
    Iterator<Q> iterator = requests.<Q>map(request -> request).iterator();
    Windows<Q, R> windows = new Windows<>(iterator, answer, characters, () -> true);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(windows, 0), false)
        .onClose(requests::close);
  }

  @Override
  public boolean hasNext() {
    if (results.isEmpty() && failure != null) {
      throw failure;
    }
    return !results.isEmpty() || requests.hasNext();
  }

  @Override
  public R next() {
    if (results.isEmpty()) {
      results.addAll(answer.apply(window()));
    }
    return results.remove();
  }

  /** How many results can be had without waiting. */
  public int ready() {
    return results.size();
  }

  private List<Q> window() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<Q> window = new ArrayList<>(List.of(requests.next()));
    try {
      fill(window);
    } catch (RuntimeException e) {
      // What came before it is whole; it is translated first.
      failure = e;
    }
    size = Math.min(MOST, 2 * size);
    return window;
  }

  private void fill(List<Q> window) {
    long read = characters.applyAsInt(window.get(0));
    while (window.size() < size
        && read < MOST_CHARACTERS
        && more.getAsBoolean()
        && requests.hasNext()) {
      Q request = requests.next();
      window.add(request);
      read += characters.applyAsInt(request);
    }
  }
}
