package gloss.cli;

import gloss.cli.terminal.Terminal;
import gloss.corpus.CheckedFile;
import gloss.corpus.Corpus;
import gloss.corpus.fetch.Fetcher;
import gloss.corpus.fetch.Folder;
import gloss.corpus.fetch.Origin;
import gloss.corpus.fetch.Patience;
import gloss.corpus.fetch.Web;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss corpora fetch}. */
@Command(
    name = "fetch",
    description = {
      "Downloads the files of a corpus from where its card says they are.",
      "Every file is checked before any is moved into place; a transfer that was cut goes on."
    })
final class CorporaFetchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "1..*", description = "Name of a corpus, or its folder.")
  private List<String> names = List.of();

  @Option(
      names = "--from",
      paramLabel = "FOLDER",
      description =
          "A folder with copies of the files, instead of the card's addresses; compressed (.gz) or "
              + "not.")
  private @Nullable Path from;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (String name : names) {
      Corpus corpus = CorporaCommand.corpora().find(name);
      out.println(told(corpus, fetch(corpus)));
      out.flush();
    }
    return 0;
  }

  private List<CheckedFile> fetch(Corpus corpus) throws IOException {
    if (from != null) {
      return new Fetcher(new Folder(from)).fetch(corpus);
    }
    try (TransferProgress progress =
        new TransferProgress(spec.commandLine().getErr(), Terminal.attached())) {
      Origin web = new Web(Patience.USUAL, progress);
      return new Fetcher(web).fetch(corpus);
    }
  }

  private static String told(Corpus corpus, List<CheckedFile> files) throws IOException {
    String name = corpus.card().name();
    if (files.isEmpty()) {
      return name + ": all files are there and as the card says";
    }
    long bytes = 0;
    for (CheckedFile file : files) {
      bytes += Files.size(file.path());
    }
    return String.format(
        Locale.ROOT,
        "%s: fetched %d files, %,d bytes, into %s (licence: %s)",
        name,
        files.size(),
        bytes,
        files.get(0).path().getParent(),
        corpus.card().licence());
  }
}
