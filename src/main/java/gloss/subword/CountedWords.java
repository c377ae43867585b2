package gloss.subword;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How often each word of a corpus occurs, in memory that is bounded by a number of words.
 *
 * <p>When there are more different words than that, the rarest so far are forgotten until no more
 * than half are left (after Manku and Motwani 2002, Approximate Frequency Counts over Data
 * Streams): a count is then too low by at most the sum of the counts up to which words were
 * forgotten. Up to the bound all counts are exact.
 *
 * <p>A hash table with open addressing, in which a word of a line is looked up without making a
 * string of it.
 */
final class CountedWords {
  private static final int FIRST_CAPACITY = 1 << 12;

  private final int most;
  private @Nullable String[] words = new String[FIRST_CAPACITY];
  private int[] hashes = new int[FIRST_CAPACITY];
  private long[] counts = new long[FIRST_CAPACITY];
  private int size;

  /** Counts of any number of words. */
  CountedWords() {
    this(Integer.MAX_VALUE);
  }

  /** Counts of at most so many different words at a time. */
  CountedWords(int most) {
    this.most = most;
  }

  /** Counts the word from {@code start} to {@code end} of a line. */
  void add(String line, int start, int end) {
    int hash = hash(line, start, end);
    int place = hash & (words.length - 1);
    String word = words[place];
    while (word != null && !(hashes[place] == hash && isWord(word, line, start, end))) {
      place = (place + 1) & (words.length - 1);
      word = words[place];
    }
    if (word != null) {
      counts[place]++;
      return;
    }
    put(place, line.substring(start, end), hash, 1);
    if (size > most) {
      keep(words.length, medianCount() + 1);
    } else if (2 * size > words.length) {
      keep(2 * words.length, 1);
    }
  }

  private static int hash(String line, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + line.charAt(i);
    }
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  private static boolean isWord(String word, String line, int start, int end) {
    return word.length() == end - start && line.startsWith(word, start);
  }

  private void put(int place, String word, int hash, long count) {
    words[place] = word;
    hashes[place] = hash;
    counts[place] = count;
    size++;
  }

  private long medianCount() {
    long[] sorted = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Moves the words that occur {@code least} times or more to a new table. */
  private void keep(int capacity, long least) {
    @Nullable String[] oldWords = words;
    int[] oldHashes = hashes;
    long[] oldCounts = counts;
    words = new String[capacity];
    hashes = new int[capacity];
    counts = new long[capacity];
    size = 0;
    for (int i = 0; i < oldWords.length; i++) {
      String word = oldWords[i];
      if (word != null && oldCounts[i] >= least) {
        put(free(oldHashes[i]), word, oldHashes[i], oldCounts[i]);
      }
    }
  }

  private int free(int hash) {
    int place = hash & (words.length - 1);
    while (words[place] != null) {
      place = (place + 1) & (words.length - 1);
    }
    return place;
  }

  /** All words, each spelled in symbols. */
  List<Word> spelled(Function<String, int[]> spelling) {
    List<Word> spelled = new ArrayList<>(size);
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      if (word != null) {
        spelled.add(new Word(spelling.apply(word), counts[i]));
      }
    }
    return spelled;
  }
}
