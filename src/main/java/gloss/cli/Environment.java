package gloss.cli;

import ai.djl.engine.Engine;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine and the software that this process runs on, for bug reports. */
final class Environment {
  private static final String UNKNOWN = "unknown";

  /** The processor features that decide how fast, and in which precision, matrices multiply. */
  private static final List<String> PRECISION_FLAGS =
      List.of("avx2", "avx512f", "avx512_bf16", "amx_bf16");

  private static final List<String> THREAD_VARIABLES =
      List.of(
          "OMP_NUM_THREADS",
          "GOMP_SPINCOUNT",
          "OMP_WAIT_POLICY",
          "MKL_NUM_THREADS",
          "GLIBC_TUNABLES");

  private Environment() {}

  /** One line for each thing; {@code build} holds the versions that the build wrote down. */
  static List<String> lines(Properties build) {
    String cpu = cpuInfo();
    return List.of(
        line("Java", property("java.version") + " (" + property("java.vendor") + ")"),
        line(
            "system",
            property("os.name") + " " + property("os.version") + " " + property("os.arch")),
        line("DJL", build.getProperty("djl")),
        line("PyTorch", build.getProperty("pytorch")),
        line("engine", engine()),
        line("CoreNLP", build.getProperty("corenlp")),
        line("processor", first(cpu, "model name")),
        line("cores", cores(cpu)),
        line("precision", precision(cpu)),
        line("memory", memory()),
        line("threads", threads()));
  }

  private static String line(String name, String value) {
    return String.format(Locale.ROOT, "%-10s %s", name, value);
  }

  private static String property(String name) {
    return System.getProperty(name, UNKNOWN);
  }

  /** What the engine says of itself, where its library lies, or why it does not start. */
  private static String engine() {
    try {
      return Engine.getEngine("PyTorch").toString().strip().replaceAll("\\s*\\R\\s*", " ");
    } catch (RuntimeException | LinkageError e) {
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return "does not start: " + Failures.describe(root);
    }
  }

  private static String cpuInfo() {
    try {
      return Files.readString(Path.of("/proc/cpuinfo"));
    } catch (IOException e) {
      return "";
    }
  }

  private static Stream<String> all(String cpu, String key) {
    Pattern line = Pattern.compile("(?m)^" + Pattern.quote(key) + "\\s*:\\s*(.*)$");
    return line.matcher(cpu).results().map(found -> found.group(1));
  }

  private static String first(String cpu, String key) {
    return all(cpu, key).findFirst().orElse(UNKNOWN);
  }

  /** Cores of the machine, and how many of them this process may use. */
  private static String cores(String cpu) {
    int usable = Runtime.getRuntime().availableProcessors();
    long logical = all(cpu, "processor").count();
    long physical = physicalCores(cpu);
    return (physical == 0 ? UNKNOWN : physical)
        + " physical, "
        + (logical == 0 ? UNKNOWN : logical)
        + " logical, "
        + usable
        + " available";
  }

  /** Distinct pairs of socket and core; 0 where the system does not tell. */
  static long physicalCores(String cpu) {
    List<String> sockets = all(cpu, "physical id").toList();
    List<String> cores = all(cpu, "core id").toList();
    return Stream.iterate(0, i -> i < Math.min(sockets.size(), cores.size()), i -> i + 1)
        .map(i -> sockets.get(i) + "/" + cores.get(i))
        .distinct()
        .count();
  }

  static String precision(String cpu) {
    if (first(cpu, "flags").equals(UNKNOWN)) {
      return UNKNOWN;
    }
    Set<String> flags = new HashSet<>(List.of(first(cpu, "flags").split("\\s+")));
    return PRECISION_FLAGS.stream()
        .map(flag -> flag + (flags.contains(flag) ? " yes" : " no"))
        .collect(Collectors.joining(", "));
  }

  private static String memory() {
    String machine =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? gibibytes(system.getTotalMemorySize())
            : UNKNOWN;
    return machine + ", Java heap at most " + gibibytes(Runtime.getRuntime().maxMemory());
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }

  private static String threads() {
    return THREAD_VARIABLES.stream()
        .map(name -> name + "=" + System.getenv().getOrDefault(name, "(unset)"))
        .collect(Collectors.joining(" "));
  }
}
