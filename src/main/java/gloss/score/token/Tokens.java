package gloss.score.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing sequence of tokens whose characters lie in one array, so that scoring a segment makes
 * no strings. Used by one thread at a time.
 */
public final class Tokens {
  private static final int SMALL = 1 << 16;

  private char[] text = new char[256];
  private int length;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] hashes = new int[64];
  private int size;

  /** Where the token that is being written begins. */
  private int start;

  /** Forgets everything. */
  public void clear() {
    if (text.length > SMALL) {
      text = new char[256];
      starts = new int[64];
      ends = new int[64];
      hashes = new int[64];
    }
    length = 0;
    size = 0;
    start = 0;
  }

  /**
   * Takes over the characters of a line, for tokenizers whose tokens are stretches of it; returns
   * the place of its first character. {@link #addRange} then makes tokens of them.
   */
  public int load(String line) {
    end();
    ensureText(line.length());
    int first = length;
    line.getChars(0, line.length(), text, first);
    length += line.length();
    start = length;
    return first;
  }

  /** The characters, those of the last line loaded among them. */
  public char[] text() {
    return text;
  }

  /** Adds characters that were loaded, one or more, as a token. */
  public void addRange(int from, int to) {
    if (size == ends.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    starts[size] = from;
    ends[size] = to;
    hashes[size++] = hash;
  }

  private void ensureText(int more) {
    if (length + more > text.length) {
      text = Arrays.copyOf(text, Math.max(length + more, 2 * text.length));
    }
  }

  /** Appends a character to the token that is being written. */
  public void append(char c) {
    ensureText(1);
    text[length++] = c;
  }

  /** Appends a code point to the token that is being written. */
  public void appendCodePoint(int codePoint) {
    if (Character.isBmpCodePoint(codePoint)) {
      append((char) codePoint);
    } else {
      append(Character.highSurrogate(codePoint));
      append(Character.lowSurrogate(codePoint));
    }
  }

  /** Ends the token that is being written; does nothing if it is empty. */
  public void end() {
    if (length > start) {
      addRange(start, length);
      start = length;
    }
  }

  /** Adds a whole token; an empty one is left out. */
  public void add(String token) {
    int from = load(token);
    if (!token.isEmpty()) {
      addRange(from, length);
    }
  }

  /** How many tokens there are. */
  public int size() {
    return size;
  }

  /** A token's hash code, {@code get(i).hashCode()}. */
  public int hash(int i) {
    return hashes[i];
  }

  /** Whether two tokens are equal. */
  public boolean same(int i, int j) {
    return hashes[i] == hashes[j]
        && Arrays.equals(text, starts[i], ends[i], text, starts[j], ends[j]);
  }

  /** Whether a token equals one of another sequence. */
  public boolean same(int i, Tokens other, int j) {
    return hashes[i] == other.hashes[j]
        && Arrays.equals(text, starts[i], ends[i], other.text, other.starts[j], other.ends[j]);
  }

  /** A token as a string. */
  public String get(int i) {
    return new String(text, starts[i], ends[i] - starts[i]);
  }

  /** All tokens as strings. */
  public List<String> toList() {
    List<String> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(get(i));
    }
    return list;
  }
}
