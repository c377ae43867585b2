package gloss.subword;

import gloss.text.AtomicFile;
import gloss.text.InputException;
import gloss.text.LineReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Byte pair encoding as <a href="https://github.com/rsennrich/subword-nmt">subword-nmt</a> does it:
 * the same merges from the same text, the same file, the same segmentation. Immutable and safe for
 * many threads.
 *
 * <p>A word is what stands between spaces; its symbols are its characters, the last one with {@code
 * </w>} after it. The file has the line {@code #version: 0.2}, then one merge a line, the most
 * frequent first: {@code LEFT RIGHT}. Segmented text has {@code @@ } where a word is cut.
 *
 * <p>One difference: in words that hold white space other than the space (a tab, a no-break space),
 * subword-nmt at times also joins symbols at that white space that are not the pair to be merged,
 * because its search takes the white space for a border between symbols. Here only the pair is
 * merged; the counts of such words may differ.
 *
 * <p>Text in, text out: spaces in a row become one, and text that holds {@code @@} cannot be told
 * from a cut. Where nothing may be lost, use {@link Subwords}.
 */
public final class SubwordNmtCodes {
  private static final String VERSION = "#version: 0.2";
  private static final String CUT = "@@ ";
  private static final String END_OF_WORD = "</w>";

  private final List<Merge> merges;
  private final Symbols symbols = new Symbols();
  private final MergeTable table;
  private final int unknown;
  private final PieceCache<String> cache = new PieceCache<>();

  private SubwordNmtCodes(List<Merge> merges) {
    this.merges = List.copyOf(merges);
    table = new MergeTable(List.copyOf(new LinkedHashSet<>(merges)), symbols::id);
    unknown = symbols.size();
  }

  /**
   * Learns merges from lines of text, as {@code subword-nmt learn-bpe --symbols MERGES
   * --min-frequency MINCOUNT} does. Learning stops early when no pair occurs {@code minCount}
   * times.
   *
   * @throws InputException if a line is not valid Unicode
   */
  public static SubwordNmtCodes learn(Iterable<String> lines, int merges, long minCount) {
    BpeSettings settings = new BpeSettings(merges, minCount, List.of());
    CountedWords words = new CountedWords();
    for (String line : lines) {
      SpacedWords.lines(line).forEach(part -> count(part, words));
    }
    Symbols symbols = new Symbols();
    return new SubwordNmtCodes(
        BpeLearner.learn(
            symbols,
            words.spelled(word -> spell(word, symbols::id)),
            settings.merges(),
            settings.minCount()));
  }

  private static void count(String line, CountedWords words) {
    int start = SpacedWords.skipSpaces(line, 0);
    while (start < line.length()) {
      int end = SpacedWords.endOfWord(line, start);
      words.add(line, start, end);
      start = SpacedWords.skipSpaces(line, end);
    }
  }

  private static int[] spell(String word, ToIntFunction<String> ids) {
    int[] characters = ValidText.require(word).codePoints().toArray();
    int[] symbols = new int[characters.length];
    for (int i = 0; i < symbols.length; i++) {
      String character = Character.toString(characters[i]);
      symbols[i] = ids.applyAsInt(i + 1 < symbols.length ? character : character + END_OF_WORD);
    }
    return symbols;
  }

  /** The number of merges. */
  public int merges() {
    return merges.size();
  }

  /** The merges in their order; the same one may stand there twice. */
  List<Merge> mergeList() {
    return merges;
  }

  /**
   * Segments a line as {@code subword-nmt apply-bpe} does: {@code lower} becomes {@code low@@ er}.
   * White space at the ends of the line stays.
   *
   * @throws InputException if the line is not valid Unicode
   */
  public String segment(String line) {
    return segment(line, null);
  }

  /**
   * As {@link #segment(String)}, with BPE-dropout: in every pass each merge is left out with the
   * probability {@code dropout}.
   *
   * @throws IllegalArgumentException if {@code dropout} lies outside of 0..1
   */
  public String segment(String line, double dropout, RandomGenerator random) {
    Dropout drop = new Dropout(dropout, random);
    return segment(line, dropout == 0 ? null : drop);
  }

  private String segment(String line, @Nullable Dropout dropout) {
    StringBuilder out = new StringBuilder(line.length() * 2);
    for (String part : SpacedWords.lines(line)) {
      segment(part, dropout, out);
    }
    return out.toString();
  }

  private void segment(String line, @Nullable Dropout dropout, StringBuilder out) {
    int start = SpacedWords.skipSpaces(line, 0);
    out.append(line, 0, start);
    while (start < line.length()) {
      int end = SpacedWords.endOfWord(line, start);
      out.append(
          dropout == null
              ? cache.get(line, start, end, (from, to) -> cut(line.substring(from, to), null))
              : cut(line.substring(start, end), dropout));
      start = SpacedWords.skipSpaces(line, end);
      out.append(start < line.length() ? " " : line.substring(end));
    }
  }

  private String cut(String word, @Nullable Dropout dropout) {
    int[] ids = spell(word, symbol -> symbols.find(symbol, unknown));
    int[] starts = WordMerger.merge(table, ids, dropout);
    StringBuilder out = new StringBuilder(word.length() + CUT.length() * starts.length);
    int from = 0;
    for (int i = 1; i < starts.length; i++) {
      int to = word.offsetByCodePoints(from, starts[i] - starts[i - 1]);
      out.append(word, from, to).append(CUT);
      from = to;
    }
    return out.append(word, from, word.length()).toString();
  }

  /** Joins what {@link #segment} has cut. */
  public static String join(String segmented) {
    String joined = segmented.replace(CUT, "");
    return joined.endsWith("@@") ? joined.substring(0, joined.length() - 2) : joined;
  }

  /** Whether a file begins as a codes file of any version does. */
  public static boolean isCodesFile(Path path) throws IOException {
    try (LineReader reader = LineReader.open(path)) {
      String first = reader.next();
      return first != null && first.startsWith("#version:");
    }
  }

  /**
   * Reads a codes file of version 0.2.
   *
   * @throws InputException if the file is missing or is not such a file
   */
  public static SubwordNmtCodes read(Path path) throws IOException {
    try (LineReader reader = LineReader.open(path)) {
      String version = reader.next();
      if (version == null || !SpacedWords.trim(version).equals(VERSION)) {
        throw InputException.at(
            path, 1, "expected '" + VERSION + "', the first line of a subword-nmt codes file");
      }
      List<Merge> merges = new ArrayList<>();
      for (String line = reader.next(); line != null; line = reader.next()) {
        merges.add(merge(path, reader.lineNumber(), line));
      }
      return new SubwordNmtCodes(merges);
    }
  }

  private static Merge merge(Path path, long number, String line) {
    String[] sides = SpacedWords.trim(line).split(" ", -1);
    if (sides.length != 2 || sides[0].isEmpty() || sides[1].isEmpty()) {
      throw InputException.at(path, number, "expected two symbols with one space between them");
    }
    return new Merge(sides[0], sides[1]);
  }

  /** Writes the codes file. */
  public void write(Path path) throws IOException {
    StringBuilder text = new StringBuilder(VERSION).append('\n');
    merges.forEach(merge -> text.append(merge).append('\n'));
    AtomicFile.writeString(path, text.toString());
  }
}
