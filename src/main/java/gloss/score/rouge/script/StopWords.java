package gloss.score.rouge.script;

import gloss.text.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Words that do not count when stop words are removed, in lower case. */
public final class StopWords {
  private static final String RESOURCE = "smart-stop-words.txt";
  private static final StopWords NONE = new StopWords(Set.of());

  private final Set<String> words;

  private StopWords(Set<String> words) {
    this.words = words;
  }

  /** No stop words. */
  public static StopWords none() {
    return NONE;
  }

  /**
   * The script's own choice: the list that Gerard Salton and Chris Buckley made for the retrieval
   * system SMART at Cornell University, with some words of newswire.
   *
   * <p>SMART's list is printed as online appendix 11 of Lewis, Yang, Rose and Li (2004), "RCV1: a
   * new benchmark collection for text categorization research", Journal of Machine Learning
   * Research 5. No licence of its own is known for it; it is a bare list of common words that
   * programs under many licences pass on. The script's own file {@code smart_common_words.txt}
   * takes its place where {@code -e} names a folder that has one. Words that are no token of the
   * script, such as those with an apostrophe, are left out here.
   */
  public static StopWords smart() {
    try (InputStream in = StopWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + RESOURCE);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new StopWords(Set.copyOf(Arrays.asList(text.strip().split("\\s+", -1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a list, one word per line. */
  public static StopWords read(Path file) throws IOException {
    return new StopWords(Set.copyOf(new HashSet<>(LineReader.readAll(file))));
  }

  boolean contains(String word) {
    return words.contains(word);
  }
}
