package gloss.serve;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What a client asks, understood and found possible; nothing is at work yet. */
interface Question {
  /** How much there is to do, in lines. */
  int lines();

  /** Begins the work. */
  Answer answer();

  /** Whether it can be answered in parts. */
  default boolean streams() {
    return false;
  }

  /** Begins the work on some of the lines; each item of the answer's value is a line of JSON. */
  default Answer part(int from, int to) {
    throw new UnsupportedOperationException();
  }

  /**
   * An answer that is being worked at.
   *
   * @param work cancelling it frees what is at work
   * @param value makes the JSON value of the result, or the list of values of a part
   */
  record Answer(CompletableFuture<?> work, Function<Object, Object> value) {
    /** An answer; the types of work and value belong together. */
    @SuppressWarnings("unchecked") // the function is only called with what the work gives
    static <T> Answer of(CompletableFuture<T> work, Function<? super T, ?> value) {
      return new Answer(work, result -> value.apply((T) result));
    }

    List<?> items(Object result) {
      return (List<?>) value.apply(result);
    }
  }
}
