package gloss.cli;

import gloss.corpus.Card;
import gloss.corpus.CheckedFile;
import gloss.corpus.Corpora;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gloss corpora list}. */
@Command(name = "list", description = "Lists the corpora that have a card.")
final class CorporaListCommand implements Callable<Integer> {
  private static final List<String> HEAD =
      List.of("name", "task", "languages", "examples", "size", "here", "licence");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Corpora corpora = CorporaCommand.corpora();
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    for (String name : corpora.names()) {
      rows.add(row(corpora.find(name).card()));
    }
    PrintWriter out = spec.commandLine().getOut();
    aligned(rows).forEach(out::println);
    out.flush();
    return 0;
  }

  private static List<String> row(Card card) throws IOException {
    long examples = card.splits().values().stream().mapToLong(Card.Split::count).sum();
    return List.of(
        card.name(),
        card.task(),
        String.join(" ", card.languages()),
        String.format(Locale.ROOT, "%,d", examples),
        card.isComplete() ? size(card.files()) : "-",
        card.isComplete() ? "yes" : card.fetch().isPresent() ? "fetch it" : "no",
        card.licence().replaceFirst(";.*", ""));
  }

  /** As {@code 1.4 MB}. */
  static String size(List<CheckedFile> files) throws IOException {
    long bytes = 0;
    for (CheckedFile file : files) {
      bytes += Files.size(file.path());
    }
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /** Columns as wide as their widest cell. */
  static List<String> aligned(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
        line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
