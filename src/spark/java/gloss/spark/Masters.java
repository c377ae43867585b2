package gloss.spark;

import gloss.text.InputException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of masters. */
final class Masters {
  private static final Pattern MASTERS = Pattern.compile("spark://(.+)");
  private static final Pattern ADDRESS = Pattern.compile("(\\S+):(\\d{1,5})");
  private static final int PATIENCE_MILLISECONDS = 5000;

  private Masters() {}

  /**
   * Whether one of them is there: Spark itself would try for a minute, and then end in many words.
   *
   * @throws InputException if this is no address
   * @throws IOException if there is none
   */
  static void check(String master) throws IOException {
    Matcher masters = MASTERS.matcher(master);
    if (!masters.matches()) {
      return;
    }
    IOException last = null;
    for (String address : masters.group(1).split(",", -1)) {
      Matcher parts = ADDRESS.matcher(address);
      if (!parts.matches()) {
        throw new InputException(
            "--master " + master + ": expected spark://HOST:PORT, such as spark://head:7077");
      }
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2))),
            PATIENCE_MILLISECONDS);
        return;
      } catch (IOException | IllegalArgumentException e) {
        last = new IOException(master + ": no master answers (" + e.getMessage() + ")", e);
      }
    }
    if (last != null) {
      throw last;
    }
  }
}
