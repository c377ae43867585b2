package gloss.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token that clients must show, if there is one. */
final class Token {
  private static final String SCHEME = "Bearer ";

  private final Optional<byte[]> expected;

  Token(Optional<String> token) {
    expected = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether a header {@code Authorization} opens the door; the time does not tell how near it was.
   */
  boolean admits(@Nullable String header) {
    if (expected.isEmpty()) {
      return true;
    }
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    byte[] shown = header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(shown, expected.get());
  }
}
