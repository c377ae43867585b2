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
  private int[] ends = new int[64];
  private int[] hashes = new int[64];
  private int size;
  private int start;
  private int hash;

  /** Forgets everything. */
  public void clear() {
    if (text.length > SMALL) {
      text = new char[256];
      ends = new int[64];
      hashes = new int[64];
    }
    length = 0;
    size = 0;
    start = 0;
    hash = 0;
  }

  /** Appends a character to the token that is being written. */
  public void append(char c) {
    if (length == text.length) {
      text = Arrays.copyOf(text, 2 * length);
    }
    text[length++] = c;
    hash = 31 * hash + c;
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
    if (length == start) {
      return;
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    ends[size] = length;
    hashes[size++] = hash;
    start = length;
    hash = 0;
  }

  /** Adds a whole token; an empty one is left out. */
  public void add(String token) {
    for (int i = 0; i < token.length(); i++) {
      append(token.charAt(i));
    }
    end();
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
    return hashes[i] == hashes[j] && Arrays.equals(text, from(i), ends[i], text, from(j), ends[j]);
  }

  /** A token as a string. */
  public String get(int i) {
    return new String(text, from(i), ends[i] - from(i));
  }

  private int from(int i) {
    return i == 0 ? 0 : ends[i - 1];
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
