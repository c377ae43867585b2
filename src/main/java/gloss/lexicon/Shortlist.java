package gloss.lexicon;

import gloss.subword.Vocabulary;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import gloss.text.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The target tokens that a source is likely to need (Jean et al. 2015): the likeliest translations
 * of each of its tokens, and the most frequent tokens of all.
 *
 * <p>The file has a line for each source token: the token, a tab, its target tokens, best first,
 * parted by spaces. The first line has no source token: it holds the target tokens by frequency.
 */
public final class Shortlist {
  /** Name of the file in a model's folder. */
  public static final String FILE = "shortlist.tsv";

  private static final int[] NONE = {};

  private final int[] frequent;
  private final int[][] best;

  /**
   * A shortlist.
   *
   * @param frequent target tokens, the most frequent first
   * @param best for each source token its target tokens, best first
   */
  public Shortlist(int[] frequent, int[][] best) {
    this.frequent = frequent.clone();
    this.best = Arrays.stream(best).map(int[]::clone).toArray(int[][]::new);
  }

  /**
   * The target tokens for a source, in the order of their ids, each once.
   *
   * @param mostBest of each source token
   * @param mostFrequent of all target tokens
   */
  public int[] candidates(int[] source, int mostBest, int mostFrequent) {
    return IntStream.concat(
            Arrays.stream(frequent).limit(mostFrequent),
            Arrays.stream(source).distinct().flatMap(id -> Arrays.stream(best[id]).limit(mostBest)))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Writes the file. */
  public void write(Path file, Vocabulary sources, Vocabulary targets) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          out.write(line("", frequent, targets));
          for (int id = 0; id < best.length; id++) {
            if (best[id].length > 0) {
              out.write(line(sources.token(id), best[id], targets));
            }
          }
        });
  }

  private static byte[] line(String source, int[] ids, Vocabulary targets) {
    String tokens = Arrays.stream(ids).mapToObj(targets::token).collect(Collectors.joining(" "));
    return (source + "\t" + tokens + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws InputException if it is no such file, or has a token that is not in the vocabularies
   */
  public static Shortlist read(Path file, Vocabulary sources, Vocabulary targets)
      throws IOException {
    int[] frequent = NONE;
    int[][] best = new int[sources.size()][];
    Arrays.fill(best, NONE);
    try (LineReader lines = LineReader.open(file)) {
      int number = 1;
      for (String line = lines.next(); line != null; line = lines.next(), number++) {
        int tab = line.indexOf('\t');
        if (tab < 0 || (number == 1 && tab > 0)) {
          throw wrong(file, number, "is no line of a shortlist");
        }
        int[] ids = ids(line.substring(tab + 1), targets, file, number);
        if (tab == 0) {
          frequent = ids;
        } else {
          best[id(line.substring(0, tab), sources, file, number)] = ids;
        }
      }
    }
    return new Shortlist(frequent, best);
  }

  private static int[] ids(String tokens, Vocabulary vocabulary, Path file, int line) {
    List<Integer> ids = new ArrayList<>();
    for (String token : tokens.split(" ", -1)) {
      ids.add(id(token, vocabulary, file, line));
    }
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int id(String token, Vocabulary vocabulary, Path file, int line) {
    return vocabulary
        .id(token)
        .orElseThrow(() -> wrong(file, line, "the model has no token '" + token + "'"));
  }

  private static InputException wrong(Path file, int line, String reason) {
    return new InputException(
        file + ":" + line + ": " + reason + "; 'gloss shortlist' makes the file anew");
  }
}
