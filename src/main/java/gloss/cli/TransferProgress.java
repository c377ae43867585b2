package gloss.cli;

import gloss.cli.terminal.Terminal;
import gloss.corpus.fetch.TransferListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells a person how transfers go: one line on a terminal, drawn over and over. */
final class TransferProgress implements TransferListener, AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";
  private static final long REDRAW = 200_000_000L;

  private final PrintWriter err;
  private final boolean terminal;
  private long drawn = System.nanoTime();

  TransferProgress(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void transferred(String name, long bytes, long total) {
    long now = System.nanoTime();
    if (terminal && now - drawn >= REDRAW) {
      String text = name + "  " + size(bytes, total);
      err.print(CLEAR + text.substring(0, Math.min(text.length(), Terminal.columns() - 1)));
      err.flush();
      drawn = now;
    }
  }

  /** {@code 1.5 of 4.0 MB, 37%}. */
  static String size(long bytes, long total) {
    double million = 1e6;
    return total > 0
        ? String.format(
            Locale.ROOT,
            "%.1f of %.1f MB, %d%%",
            bytes / million,
            total / million,
            100 * bytes / total)
        : String.format(Locale.ROOT, "%.1f MB", bytes / million);
  }

  @Override
  public void failed(String reason) {
    close();
    err.println(reason + "; trying the next address");
    err.flush();
  }

  @Override
  public void close() {
    if (terminal) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
