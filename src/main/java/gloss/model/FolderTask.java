package gloss.model;

import gloss.train.Task;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A task as it is trained in a model's folder.
 *
 * @param <B> a batch
 */
public interface FolderTask<B> extends Task<B>, AutoCloseable {
  /** What is learned from in words, such as {@code training on 900 rows, validating on 100}. */
  String summary();

  /** What a person should know of the data before they are learned from, a line each. */
  default List<String> remarks() {
    return List.of();
  }

  /** The sizes that logs name: {@code train} and {@code valid}, in examples. */
  Map<String, Object> sizes();

  /** The training is over: what is of no use but for going on with it can be deleted. */
  default void finished() throws IOException {}

  @Override
  default void close() throws IOException {}
}
