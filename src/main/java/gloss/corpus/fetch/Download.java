package gloss.corpus.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Transfers what is at an address into a file. What the file holds already is taken for the
 * beginning, and only the rest is asked for (HTTP Range); a server that does not know how sends
 * everything, which then replaces it.
 */
final class Download {
  private static final int BUFFER = 1 << 16;

  private final String name;
  private final Path part;
  private final Patience patience;
  private final TransferListener listener;

  Download(String name, Path part, Patience patience, TransferListener listener) {
    this.name = name;
    this.part = part;
    this.patience = patience;
    this.listener = listener;
  }

  /**
   * Transfers everything. A transfer that is cut goes on as long as each time some bytes come; a
   * server that fails for good is a {@link TransferFailure}, a disk that does not take the bytes
   * any other {@link IOException}.
   */
  void run(String address) throws IOException {
    for (int cuts = 0; ; cuts++) {
      long before = size();
      try {
        transfer(address);
        return;
      } catch (TransferFailure e) {
        if (!e.isCut() || size() <= before || cuts >= patience.cuts()) {
          throw e;
        }
        pause();
      }
    }
  }

  private long size() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private void pause() throws IOException {
    try {
      Thread.sleep(patience.pause().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void transfer(String address) throws IOException {
    long start = size();
    HttpURLConnection connection = Connections.open(address, start, patience);
    try {
      Answer answer = Answer.of(connection, start);
      if (!answer.isComplete()) {
        copy(connection, answer);
      }
    } finally {
      connection.disconnect();
    }
  }

  private void copy(HttpURLConnection connection, Answer answer) throws IOException {
    StandardOpenOption mode =
        answer.start() > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    try (InputStream in = body(connection);
        OutputStream out =
            Files.newOutputStream(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
      long bytes = answer.start();
      Pace pace = new Pace(patience);
      byte[] buffer = new byte[BUFFER];
      for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
        out.write(buffer, 0, read);
        bytes += read;
        listener.transferred(name, bytes, answer.total());
        pace.add(read);
      }
      if (answer.total() >= 0 && bytes < answer.total()) {
        throw TransferFailure.cut("ends after %d of %d bytes".formatted(bytes, answer.total()));
      }
    }
  }

  private static InputStream body(HttpURLConnection connection) throws TransferFailure {
    try {
      return connection.getInputStream();
    } catch (IOException e) {
      throw TransferFailure.of(e);
    }
  }

  private static int read(InputStream in, byte[] buffer) throws TransferFailure {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw TransferFailure.of(e);
    }
  }
}
