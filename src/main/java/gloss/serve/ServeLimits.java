package gloss.serve;

import java.time.Duration;

/**
 * How much a service takes on.
 *
 * @param bodyBytes how large a request may be; a larger one is answered with 413
 * @param lines how many lines may be at work or waiting, over all requests; what is more is
 *     answered with 429
 * @param connections how many may be open; what is more is closed
 * @param receive how long a client may take to send a request, and may keep a connection idle
 * @param answer how long an answer may take; after that it is 503
 * @param grace how long requests at work may go on when the service stops
 */
public record ServeLimits(
    int bodyBytes, int lines, int connections, Duration receive, Duration answer, Duration grace) {
  /** 1 MiB, 2000 lines, 1000 connections, 30 s, 60 s, 10 s. */
  public static ServeLimits defaults() {
    return new ServeLimits(
        1 << 20,
        2000,
        1000,
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(10));
  }
}
