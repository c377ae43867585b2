package gloss.corpus.check;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text in two columns that can be read as often as needed. */
public sealed interface PairSource permits LinePairs, JsonPairs {
  /** Begins to read. */
  Pairs open() throws IOException;

  /** The files that are read. */
  List<Path> inputs();

  /** Names for files that hold such text, without {@code .gz}. */
  List<String> fileNames();

  /** One way through the text. */
  interface Pairs extends Closeable {
    /**
     * The next pair, or null at the end. Sides of different length are an {@link
     * gloss.text.InputException}.
     */
    @Nullable TextPair next() throws IOException;
  }
}
