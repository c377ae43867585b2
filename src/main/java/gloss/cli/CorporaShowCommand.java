package gloss.cli;

import gloss.corpus.Card;
import gloss.corpus.CheckedFile;
import gloss.corpus.Corpus;
import gloss.corpus.IdxFormat;
import gloss.corpus.ImageFoldersFormat;
import gloss.corpus.Source;
import gloss.corpus.check.PairSource;
import gloss.corpus.check.TextPair;
import gloss.corpus.image.ImageFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss corpora show}. */
@Command(
    name = "show",
    description = "Shows the card of a corpus, its splits, and some of what is in it.")
final class CorporaShowCommand implements Callable<Integer> {
  private static final int WIDTH = 96;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Name of a corpus, or its folder.")
  private String name;

  @Option(
      names = {"-n", "--examples"},
      paramLabel = "N",
      defaultValue = "3",
      description = "Examples to show. Default: ${DEFAULT-VALUE}.")
  private int examples;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "The split that the examples are from. Default: the first one.")
  private @Nullable String split;

  @Override
  public Integer call() throws IOException {
    if (examples < 0) {
      throw new ParameterException(spec.commandLine(), "--examples must be at least 0");
    }
    Corpus corpus = CorporaCommand.corpora().find(name);
    String shown = split == null ? corpus.card().splits().keySet().iterator().next() : split;
    corpus.card().split(shown);
    PrintWriter out = spec.commandLine().getOut();
    card(corpus).forEach(out::println);
    if (!corpus.card().isComplete()) {
      out.println("Not here yet; get it with: gloss corpora fetch " + corpus.card().name());
    } else if (examples > 0) {
      out.println("From " + shown + ":");
      examples(corpus.card(), shown).forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private static List<String> card(Corpus corpus) {
    Card card = corpus.card();
    List<String> lines = new ArrayList<>();
    lines.add(card.name() + ": " + card.description());
    lines.add("");
    lines.add("task       " + card.task());
    if (!card.languages().isEmpty()) {
      lines.add("languages  " + String.join(" ", card.languages()));
    }
    if (isOfPictures(card)) {
      lines.add("classes    " + String.join(", ", ImageFiles.classes(card)));
    }
    lines.add("licence    " + card.licence());
    lines.add("made       " + card.made());
    card.fetch().map(Source::from).stream()
        .flatMap(List::stream)
        .forEach(address -> lines.add("from       " + address));
    lines.add("");
    lines.addAll(splits(corpus));
    lines.add("");
    return lines;
  }

  private static boolean isOfPictures(Card card) {
    return card.format() instanceof IdxFormat || card.format() instanceof ImageFoldersFormat;
  }

  private static List<String> splits(Corpus corpus) {
    List<List<String>> rows = new ArrayList<>(List.of(List.of("split", "examples", "files")));
    for (Map.Entry<String, Card.Split> split : corpus.card().splits().entrySet()) {
      List<String> files =
          split.getValue().files().values().stream()
              .flatMap(List::stream)
              .map(CheckedFile::path)
              .map(path -> relative(corpus.folder(), path))
              .toList();
      rows.add(
          List.of(
              split.getKey(),
              String.format(Locale.ROOT, "%,d", split.getValue().count()),
              String.join(" ", files)));
    }
    return CorporaListCommand.aligned(rows);
  }

  private static String relative(Path folder, Path file) {
    return folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
  }

  private List<String> examples(Card card, String shown) throws IOException {
    if (isOfPictures(card)) {
      return Pictures.first(ImageFiles.of(card, shown), ImageFiles.classes(card), examples);
    }
    PairSource source = CorporaInput.pairs(card, shown, null, null);
    List<String> lines = new ArrayList<>();
    try (PairSource.Pairs pairs = source.open()) {
      TextPair pair = pairs.next();
      for (int i = 0; i < examples && pair != null; i++) {
        lines.add("");
        lines.add("  " + cut(pair.source().text()));
        lines.add("  " + cut(pair.target().text()));
        pair = pairs.next();
      }
    }
    return lines;
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
  }
}
