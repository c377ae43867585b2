package gloss.corpus.clean;

import gloss.corpus.check.HeldOut;
import gloss.corpus.check.NamedPairs;
import gloss.corpus.check.PairSource;
import gloss.corpus.check.Prints;
import gloss.corpus.check.TextPair;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Copies a text without the pairs that break rules. The kept lines go to files of the names that
 * they had, byte for byte but for line ends; what is dropped goes to {@code dropped.tsv}: the
 * number of the pair, the {@link Rule}, source and target, with tabs, line feeds and backslashes
 * written {@code \\t}, {@code \\n} and {@code \\\\}.
 */
public final class Cleaner {
  /** The name of the file with what was dropped. */
  public static final String DROPPED = "dropped.tsv";

  private final CleanRecipe recipe;

  /** Makes a cleaner. */
  public Cleaner(CleanRecipe recipe) {
    this.recipe = recipe;
  }

  /**
   * How it went.
   *
   * @param dropped number of pairs dropped for each rule that dropped any
   */
  public record Summary(long read, long kept, Map<Rule, Long> dropped) {}

  /**
   * Cleans a text into a folder. Nothing is replaced unless all is written.
   *
   * @param others splits whose pairs shall not be in it
   */
  public Summary clean(PairSource text, List<NamedPairs> others, Path folder) throws IOException {
    Judge judge = new Judge(recipe, recipe.dropTestOverlap() ? heldOut(others) : List.of());
    List<Path> files = text.fileNames().stream().map(folder::resolve).toList();
    for (Path file : files) {
      refuseInput(text, file);
    }
    Run run = new Run(judge);
    AtomicFile.write(
        folder.resolve(DROPPED),
        dropped -> {
          write(dropped, "pair\trule\tsource\ttarget");
          into(files, new ArrayList<>(), kept -> run.copy(text, kept, dropped));
        });
    return new Summary(run.read, run.kept, run.dropped);
  }

  private static void refuseInput(PairSource text, Path output) throws IOException {
    for (Path input : text.inputs()) {
      if (Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input)) {
        throw InputException.in(output, "is what is to be cleaned; choose another folder");
      }
    }
  }

  private static List<HeldOut> heldOut(List<NamedPairs> others) throws IOException {
    List<HeldOut> heldOut = new ArrayList<>();
    for (NamedPairs other : others) {
      HeldOut prints = new HeldOut(other.name(), 0);
      try (PairSource.Pairs pairs = other.pairs().open()) {
        for (TextPair pair = pairs.next(); pair != null; pair = pairs.next()) {
          prints.add(pair, Prints.of(pair));
        }
      }
      heldOut.add(prints);
    }
    return heldOut;
  }

  private interface Work {
    void writeTo(List<OutputStream> files) throws IOException;
  }

  /** Opens files one inside the other, so that a failure leaves none of them. */
  private static void into(List<Path> files, List<OutputStream> opened, Work work)
      throws IOException {
    if (opened.size() == files.size()) {
      work.writeTo(opened);
      return;
    }
    AtomicFile.write(
        files.get(opened.size()),
        out -> {
          opened.add(out);
          into(files, opened, work);
        });
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  /** One way through a text. */
  private static final class Run {
    private final Judge judge;
    private final Map<Rule, Long> dropped = new EnumMap<>(Rule.class);
    private long read;
    private long kept;

    Run(Judge judge) {
      this.judge = judge;
    }

    void copy(PairSource text, List<OutputStream> keep, OutputStream drop) throws IOException {
      try (PairSource.Pairs pairs = text.open()) {
        for (TextPair pair = pairs.next(); pair != null; pair = pairs.next()) {
          read++;
          Optional<Rule> rule = judge.judge(pair);
          if (rule.isPresent()) {
            dropped.merge(rule.get(), 1L, Long::sum);
            write(drop, row(pair, rule.get()));
          } else {
            keep(pair, keep);
          }
        }
      }
      if (kept == 0) {
        throw new InputException("no pair is left of " + read + "; dropped: " + dropped);
      }
    }

    private void keep(TextPair pair, List<OutputStream> files) throws IOException {
      if (pair.source().damaged() || pair.target().damaged()) {
        String place = pair.source().damaged() ? pair.source().place() : pair.target().place();
        throw new InputException(place + ": not UTF-8; drop such pairs with drop-damaged");
      }
      kept++;
      for (int i = 0; i < files.size(); i++) {
        write(files.get(i), pair.written().get(i));
      }
    }

    private static String row(TextPair pair, Rule rule) {
      return pair.number()
          + "\t"
          + rule
          + "\t"
          + escaped(pair.source().text())
          + "\t"
          + escaped(pair.target().text());
    }

    private static String escaped(String text) {
      return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }
  }
}
