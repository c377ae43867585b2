package gloss.corpus.fetch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says it will send.
 *
 * @param start where in the file its bytes begin
 * @param total bytes of the whole file, or -1 where it does not say
 * @param isComplete whether nothing is to come, since all is here
 */
record Answer(long start, long total, boolean isComplete) {
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+|\\*)");

  /**
   * Reads the status and the headers of an answer.
   *
   * @param asked the first byte that was asked for
   */
  static Answer of(HttpURLConnection connection, long asked) throws IOException {
    int status = connection.getResponseCode();
    if (status == HttpURLConnection.HTTP_OK) {
      return new Answer(0, connection.getContentLengthLong(), false);
    }
    if (status == HttpURLConnection.HTTP_PARTIAL) {
      return part(String.valueOf(connection.getHeaderField("Content-Range")), asked);
    }
    if (status == RANGE_NOT_SATISFIABLE && asked > 0) {
      return new Answer(asked, asked, true);
    }
    throw TransferFailure.refused("HTTP " + status);
  }

  private static Answer part(String range, long asked) throws TransferFailure {
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) != asked) {
      throw TransferFailure.refused("sends another part than it was asked for: " + range);
    }
    String total = matcher.group(3);
    long end = total.equals("*") ? Long.parseLong(matcher.group(2)) + 1 : Long.parseLong(total);
    return new Answer(asked, end, false);
  }
}
