package gloss.serve;

import gloss.text.InputException;
import gloss.yaml.InvalidValue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Why a request is not answered: a status of HTTP, and a line for people. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int REQUEST_TIMEOUT = 408;
  static final int TOO_LARGE = 413;
  static final int UNSUPPORTED_TYPE = 415;
  static final int TOO_MANY_REQUESTS = 429;
  static final int FAILED = 500;
  static final int UNAVAILABLE = 503;

  private final int status;

  Problem(int status, String message) {
    // No stack trace: it is an answer, not a failure of the program.
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  /**
   * What is told of a failure. What is not the client's mistake is told without its reason, which
   * may hold what is none of the client's business.
   */
  static Problem of(@Nullable Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof CompletionException || failure instanceof ExecutionException) {
      return of(failure.getCause());
    }
    if (failure instanceof InputException || failure instanceof InvalidValue) {
      return new Problem(BAD_REQUEST, oneLine(String.valueOf(failure.getMessage())));
    }
    return new Problem(FAILED, "an error inside the service; its log says more");
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
  }
}
