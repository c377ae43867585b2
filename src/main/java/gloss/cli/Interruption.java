package gloss.cli;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C, SIGTERM and SIGHUP into a flag: the work under way is finished, what there is to
 * save is saved, and the command ends as usual. A second Ctrl-C ends the process at once.
 *
 * <p>A signal that is ignored from outside, as by {@code nohup}, stays ignored.
 */
final class Interruption implements AutoCloseable {
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");
  private static final int CTRL_C_EXIT = 130;

  private final PrintWriter err;
  private final String answer;
  private final CountDownLatch requested = new CountDownLatch(1);

  /** What each signal did before. */
  private final Map<String, Object> before = new LinkedHashMap<>();

  /** From here on an interruption is a request. */
  Interruption(PrintWriter err) {
    this(err, "stopping after this step");
  }

  /** The same; {@code answer} says what happens when it comes. */
  Interruption(PrintWriter err, String answer) {
    this.err = err;
    this.answer = answer;
    for (String signal : SIGNALS) {
      try {
        before.put(signal, Signals.handle(signal, Signals.handler(this::interrupt)));
      } catch (IllegalArgumentException e) {
        // The system does not know this signal, or the JVM was told to leave it alone.
        before.remove(signal);
      }
    }
  }

  /** Whether the user wants an end. */
  boolean requested() {
    return requested.getCount() == 0;
  }

  /** Waits until the user wants an end. */
  void await() throws InterruptedException {
    requested.await();
  }

  private synchronized void interrupt(String signal) {
    if (!requested()) {
      requested.countDown();
      err.println("gloss: " + answer + "; Ctrl-C once more ends at once");
    } else if (signal.equals("INT")) {
      Runtime.getRuntime().halt(CTRL_C_EXIT);
    }
  }

  /** The work is saved; from here on an interruption ends the process as usual. */
  @Override
  public void close() {
    before.forEach(Signals::handle);
  }

  /**
   * {@code sun.misc.Signal}, which every JDK has and supports though it is not part of Java: the
   * only way to hear of a second signal. By reflection, since the compiler warns of it whatever one
   * says.
   */
  private static final class Signals {
    private Signals() {}

    private interface Heard {
      void signal(String name);
    }

    static Object handler(Heard heard) {
      Class<?> type = type("sun.misc.SignalHandler");
      return Proxy.newProxyInstance(
          Signals.class.getClassLoader(),
          new Class<?>[] {type},
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> {
                  heard.signal(name(arguments[0]));
                  yield null;
                }
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "interruption";
              });
    }

    /** Sets what a signal does and gives what it did before. */
    static Object handle(String name, Object handler) {
      Class<?> type = type("sun.misc.Signal");
      try {
        Object signal = type.getConstructor(String.class).newInstance(name);
        return type.getMethod("handle", type, type("sun.misc.SignalHandler"))
            .invoke(null, signal, handler);
      } catch (InvocationTargetException e) {
        throw new IllegalArgumentException(name, e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("sun.misc.Signal", e);
      }
    }

    private static String name(Object signal) {
      try {
        return (String) signal.getClass().getMethod("getName").invoke(signal);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("sun.misc.Signal", e);
      }
    }

    private static Class<?> type(String name) {
      try {
        return Class.forName(name);
      } catch (ClassNotFoundException e) {
        throw new LinkageError(name, e);
      }
    }
  }
}
