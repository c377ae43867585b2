package gloss.subword;

import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Byte-level byte pair encoding: text to token ids and back. Immutable and safe for many threads.
 *
 * <p>Text is cut into pieces (words with the space before them, single digits, runs of signs), each
 * piece becomes its UTF-8 bytes, and learned merges join neighbours within a piece. All 256 bytes
 * are tokens, so that no text is unknown and {@code decode(encode(x))} is {@code x} for every valid
 * string, normalised or not. The ids are: special tokens from 0 (see {@link Vocabulary}), the 256
 * bytes in order, then what the merges give in the order in which they were learned.
 *
 * <p>For one vocabulary for both languages of a translation learn from the lines of both, for
 * separate vocabularies learn twice.
 */
public final class Subwords {
  private final Vocabulary vocabulary;
  private final List<Merge> merges;
  private final MergeTable table;
  private final int[] byteIds = new int[256];
  private final byte[][] tokenBytes;
  private final PieceCache<int[]> cache = new PieceCache<>();

  /** All merges must be different, and all symbols in them, and all bytes, in the vocabulary. */
  Subwords(Vocabulary vocabulary, List<Merge> merges) {
    this.vocabulary = vocabulary;
    this.merges = List.copyOf(merges);
    table = new MergeTable(merges, this::requireId);
    for (int b = 0; b < 256; b++) {
      byteIds[b] = requireId(ByteAlphabet.symbol(b));
    }
    tokenBytes = new byte[vocabulary.size()][];
    for (int id = 0; id < tokenBytes.length; id++) {
      tokenBytes[id] = vocabulary.isSpecial(id) ? new byte[0] : requireBytes(id);
    }
  }

  private int requireId(String symbol) {
    return vocabulary
        .id(symbol)
        .orElseThrow(
            () -> new IllegalArgumentException("the vocabulary lacks the token '" + symbol + "'"));
  }

  private byte[] requireBytes(int id) {
    byte[] bytes = ByteAlphabet.bytes(vocabulary.token(id));
    if (bytes == null) {
      throw new IllegalArgumentException(
          "the token '" + vocabulary.token(id) + "' is not written in the byte alphabet");
    }
    return bytes;
  }

  /** Learns at most so many merges from lines of text; see {@link BpeSettings#ofMerges}. */
  public static Subwords learn(Iterable<String> lines, int merges) {
    return learn(lines, BpeSettings.ofMerges(merges));
  }

  /**
   * Learns from lines of text, as {@link SubwordLearner} does.
   *
   * @throws InputException if a line is not valid Unicode, or a special token is also a learned one
   */
  public static Subwords learn(Iterable<String> lines, BpeSettings settings) {
    SubwordLearner learner = new SubwordLearner(settings);
    lines.forEach(learner::add);
    return learner.learn();
  }

  /** Special tokens, the bytes, and what learned merges give; of merges learned twice the first. */
  static Subwords of(List<String> moreSpecials, List<Merge> learned) {
    Set<Merge> merges = new LinkedHashSet<>(learned);
    List<String> tokens = new ArrayList<>(Vocabulary.STANDARD_SPECIALS);
    tokens.addAll(moreSpecials);
    int specials = tokens.size();
    for (int b = 0; b < 256; b++) {
      tokens.add(ByteAlphabet.symbol(b));
    }
    Set<String> results = new LinkedHashSet<>();
    merges.forEach(merge -> results.add(merge.result()));
    for (String special : moreSpecials) {
      if (results.contains(special)) {
        throw new InputException(
            "special token '%s' is also a learned token; write it with brackets: <%s>"
                .formatted(special, special));
      }
    }
    tokens.addAll(results);
    return new Subwords(new Vocabulary(tokens, specials), List.copyOf(merges));
  }

  /**
   * The ids of a text, without special tokens; none for the empty text. Words in the text that look
   * like special tokens are encoded like any other.
   *
   * @throws InputException if the text is not valid Unicode (has an unpaired surrogate)
   */
  public int[] encode(String text) {
    IntList ids = new IntList(text.length() / 2 + 4);
    for (int start = 0, end; start < text.length(); start = end) {
      end = PreTokenizer.end(text, start);
      ids.addAll(cache.get(text, start, end, (from, to) -> merge(text, from, to, null)));
    }
    return ids.toArray();
  }

  /**
   * As {@link #encode(String)}, with BPE-dropout: each merge is left out of each step with the
   * probability {@code dropout}, so that a text is cut differently every time. 0.1 is usual, for
   * training only; 0 is {@link #encode(String)}, 1 leaves single bytes. The decoded text is always
   * the same.
   *
   * @throws IllegalArgumentException if {@code dropout} lies outside of 0..1
   */
  public int[] encode(String text, double dropout, RandomGenerator random) {
    Dropout drop = new Dropout(dropout, random);
    if (dropout == 0) {
      return encode(text);
    }
    IntList ids = new IntList(text.length() + 4);
    for (int start = 0, end; start < text.length(); start = end) {
      end = PreTokenizer.end(text, start);
      ids.addAll(merge(text, start, end, drop));
    }
    return ids.toArray();
  }

  private int[] merge(String text, int start, int end, @Nullable Dropout dropout) {
    return PieceMerger.merge(table, spell(text.substring(start, end), byteIds), dropout);
  }

  /** The symbols of the bytes of a piece. */
  static int[] spell(String piece, int[] byteIds) {
    byte[] bytes = ValidText.require(piece).getBytes(StandardCharsets.UTF_8);
    int[] ids = new int[bytes.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = byteIds[bytes[i] & 0xFF];
    }
    return ids;
  }

  /**
   * The text of ids. Special tokens are skipped. A model may emit ids whose bytes are no UTF-8;
   * each such place becomes U+FFFD.
   *
   * @throws IllegalArgumentException if an id is not in the vocabulary
   */
  public String decode(int[] ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(ids.length * 4);
    for (int id : ids) {
      if (id < 0 || id >= tokenBytes.length) {
        throw new IllegalArgumentException(
            "no token has id " + id + "; the vocabulary has " + tokenBytes.length);
      }
      bytes.writeBytes(tokenBytes[id]);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The tokens and their ids. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The number of merges. */
  public int merges() {
    return merges.size();
  }

  /** The merges in the order of their rank. */
  List<Merge> mergeList() {
    return merges;
  }

  /**
   * Reads a {@code tokenizer.json} that {@link #write} has written, or that Hugging Face tokenizers
   * has written after reading one.
   *
   * @throws InputException if the file is missing, damaged, or the tokenizer of another kind of
   *     model
   */
  public static Subwords read(Path tokenizerJson) throws IOException {
    return TokenizerJsonReader.read(tokenizerJson);
  }

  /** What {@link #write} writes: the same text for the same subwords. */
  public String toJson() {
    return TokenizerJson.text(this);
  }

  /**
   * Writes a {@code tokenizer.json} of Hugging Face tokenizers, which gives the same ids there. One
   * difference: there, text that looks like a special token is taken for one.
   */
  public void write(Path tokenizerJson) throws IOException {
    AtomicFile.writeString(tokenizerJson, toJson());
  }
}
