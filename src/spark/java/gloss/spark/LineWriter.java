package gloss.spark;

import java.util.List;

/**
 * Writes something for each line of a text, such as its translation. Each executor has one, which
 * all of its tasks use at the same time.
 *
 * @param <Q> what a line asks for
 * @param <R> what comes of it
 */
public interface LineWriter<Q, R> extends AutoCloseable {
  /**
   * What a line asks for.
   *
   * @throws gloss.text.InputException if the line is malformed
   */
  Q request(String line);

  /** How long a request is. */
  int characters(Q request);

  /** As many results as there are requests, in their order. */
  List<R> results(List<Q> requests);

  /** What is written of a result; {@code line} counts from 1. */
  List<String> lines(R result, long line);

  /** What a user should know of a result. */
  List<String> remarks(R result);

  /** Lets go of the models. */
  @Override
  void close();
}
