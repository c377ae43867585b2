package gloss.corpus.fetch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Opens connections and follows where servers point to. */
final class Connections {
  private static final int MOST_HOPS = 10;

  private Connections() {}

  /**
   * The connection that answers for an address, its status read. Follows redirections, but none
   * from https to http.
   *
   * @param start how many bytes are here already
   */
  static HttpURLConnection open(String address, long start, Patience patience)
      throws TransferFailure {
    URI uri = URI.create(address);
    try {
      for (int hop = 0; hop < MOST_HOPS; hop++) {
        HttpURLConnection connection = ask(uri, start, patience);
        int status = connection.getResponseCode();
        String location = connection.getHeaderField("Location");
        if (status / 100 != 3 || location == null) {
          return connection;
        }
        connection.disconnect();
        uri = next(uri, location);
      }
    } catch (TransferFailure e) {
      throw e;
    } catch (IOException e) {
      throw TransferFailure.of(e);
    }
    throw TransferFailure.refused("points to ever other addresses");
  }

  private static URI next(URI from, String location) throws TransferFailure {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw TransferFailure.refused("points to '" + location + "'");
    }
    String scheme = String.valueOf(to.getScheme());
    if (!scheme.equals("https") && !(scheme.equals("http") && from.getScheme().equals("http"))) {
      throw TransferFailure.refused("points to " + to + ", which is not https");
    }
    return to;
  }

  private static HttpURLConnection ask(URI uri, long start, Patience patience) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    int silence = Math.toIntExact(patience.silence().toMillis());
    connection.setConnectTimeout(silence);
    connection.setReadTimeout(silence);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("User-Agent", "gloss");
    // Compressed on the way, its parts would not fit together.
    connection.setRequestProperty("Accept-Encoding", "identity");
    if (start > 0) {
      connection.setRequestProperty("Range", "bytes=" + start + "-");
    }
    return connection;
  }
}
