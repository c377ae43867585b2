package gloss.serve;

import java.util.Optional;

/**
 * How a service is reached.
 *
 * @param host name or address that it listens on
 * @param port 0 for any that is free
 * @param token what clients must show as {@code Authorization: Bearer TOKEN}, if anything
 * @param limits how much it takes on
 */
public record ServeOptions(String host, int port, Optional<String> token, ServeLimits limits) {
  /** Only for this machine, at port 8080, without a token. */
  public static ServeOptions defaults() {
    return new ServeOptions("127.0.0.1", 8080, Optional.empty(), ServeLimits.defaults());
  }
}
