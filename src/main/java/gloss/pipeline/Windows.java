package gloss.pipeline;

import gloss.task.TranslationRequest;
import gloss.task.TranslationResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads some requests ahead and has them translated together. The first window is small, so that
 * the first result comes soon; each is twice the one before, up to a bound in lines and in
 * characters.
 */
public final class Windows implements Iterator<TranslationResult> {
  private static final int FIRST = 16;
  private static final int MOST = 2048;
  private static final int MOST_CHARACTERS = 1 << 20;

  private final Iterator<TranslationRequest> requests;
  private final Function<List<TranslationRequest>, List<TranslationResult>> translate;
  private final BooleanSupplier more;
  private final Deque<TranslationResult> results = new ArrayDeque<>();
  private @Nullable RuntimeException failure;
  private int size = FIRST;

  /**
   * Windows over requests.
   *
   * @param translate as many results come from it as requests go in
   * @param more whether the next request can be had without waiting; if not, a window ends
   */
  public Windows(
      Iterator<TranslationRequest> requests,
      Function<List<TranslationRequest>, List<TranslationResult>> translate,
      BooleanSupplier more) {
    this.requests = requests;
    this.translate = translate;
    this.more = more;
  }

  @Override
  public boolean hasNext() {
    if (results.isEmpty() && failure != null) {
      throw failure;
    }
    return !results.isEmpty() || requests.hasNext();
  }

  @Override
  public TranslationResult next() {
    if (results.isEmpty()) {
      results.addAll(translate.apply(window()));
    }
    return results.remove();
  }

  /** How many results can be had without translating. */
  public int ready() {
    return results.size();
  }

  private List<TranslationRequest> window() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<TranslationRequest> window = new ArrayList<>(List.of(requests.next()));
    try {
      fill(window);
    } catch (RuntimeException e) {
      // What came before it is whole; it is translated first.
      failure = e;
    }
    size = Math.min(MOST, 2 * size);
    return window;
  }

  private void fill(List<TranslationRequest> window) {
    long characters = window.get(0).text().length();
    while (window.size() < size
        && characters < MOST_CHARACTERS
        && more.getAsBoolean()
        && requests.hasNext()) {
      TranslationRequest request = requests.next();
      window.add(request);
      characters += request.text().length();
    }
  }
}
