package gloss.corpus.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A web server on this machine that misbehaves as it is told. */
final class LoopbackServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Behaviour> paths = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  LoopbackServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What becomes of a request. */
  interface Behaviour {
    void answer(HttpExchange exchange, long from) throws IOException;
  }

  /** {@code http://127.0.0.1:PORT/}. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Each request: path and first byte asked for. */
  List<String> requests() {
    return requests;
  }

  LoopbackServer on(String path, Behaviour behaviour) {
    paths.put(path, behaviour);
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String range = exchange.getRequestHeaders().getFirst("Range");
      long from = range == null ? 0 : Long.parseLong(range.replaceAll("\\D", ""));
      requests.add(exchange.getRequestURI().getPath() + "@" + from);
      Behaviour behaviour = paths.get(exchange.getRequestURI().getPath());
      if (behaviour == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        behaviour.answer(exchange, from);
      }
    }
  }

  /** Sends everything, or the part that was asked for. */
  static Behaviour good(byte[] bytes) {
    return ranges(bytes, UnaryOperator.identity(), Integer.MAX_VALUE);
  }

  /** Sends at most so many bytes of each answer, and then hangs up. */
  static Behaviour cutting(byte[] bytes, int most) {
    return ranges(bytes, UnaryOperator.identity(), most);
  }

  /** Says in which part of the file its bytes are, but rightly only if {@code told} leaves it. */
  static Behaviour ranges(byte[] bytes, UnaryOperator<String> told, int most) {
    return (exchange, from) -> {
      if (from > 0 && from >= bytes.length) {
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      if (from > 0) {
        String range = "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length);
        exchange.getResponseHeaders().set("Content-Range", told.apply(range));
      }
      int length = (int) (bytes.length - from);
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, length == 0 ? -1 : length);
      exchange.getResponseBody().write(bytes, (int) from, Math.min(most, length));
      exchange.getResponseBody().flush();
    };
  }

  /** Does not know parts: sends everything, whatever was asked for. */
  static Behaviour withoutRanges(byte[] bytes) {
    return (exchange, from) -> {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Does not say how much will come. */
  static Behaviour withoutLength(byte[] bytes) {
    return (exchange, from) -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(bytes);
    };
  }

  static Behaviour status(int status) {
    return (exchange, from) -> exchange.sendResponseHeaders(status, -1);
  }

  static Behaviour redirect(String location) {
    return (exchange, from) -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /** Another behaviour for each request; the last one stays. */
  static Behaviour inTurn(Behaviour... behaviours) {
    int[] next = {0};
    return (exchange, from) -> {
      int now = next[0];
      next[0] = Math.min(now + 1, behaviours.length - 1);
      behaviours[now].answer(exchange, from);
    };
  }

  /** Sends some bytes, then nothing, and never hangs up. */
  Behaviour stalling(byte[] bytes, int after) {
    return (exchange, from) -> {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes, 0, after);
      exchange.getResponseBody().flush();
      await();
    };
  }

  /** Sends a byte now and then, for ever. */
  Behaviour trickling(long millis) {
    return (exchange, from) -> {
      exchange.sendResponseHeaders(200, 1_000_000);
      while (end.getCount() > 0) {
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        sleep(millis);
      }
    };
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void sleep(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
