package gloss.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Models that are sent to the executors, once to each: in a process they are loaded once, and all
 * its tasks use them.
 *
 * @param name of the archive; nothing else has this name
 * @param models how many there are
 * @param source of what uses them
 */
record ModelArchive(String name, int models, LineWriterSource source) implements Serializable {
  private static final Map<String, LineWriter<?, ?>> LOADED = new ConcurrentHashMap<>();

  /** What training leaves in a folder and a model does not need. */
  private static final List<String> LEFT_OUT = List.of("log.jsonl", "report.html", "training.");

  /** Sends the models in these folders. */
  static ModelArchive send(JavaSparkContext context, List<Path> folders, LineWriterSource source)
      throws IOException {
    String name = "gloss-" + UUID.randomUUID() + ".zip";
    if (folders.isEmpty()) {
      return new ModelArchive(name, 0, source);
    }
    Path temporary = Files.createTempDirectory("gloss-models");
    try {
      Path file = temporary.resolve(name);
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.setLevel(0);
        for (int i = 0; i < folders.size(); i++) {
          add(zip, folders.get(i), i);
        }
      }
      context.sc().addArchive(file.toString());
      return new ModelArchive(name, folders.size(), source);
    } finally {
      // Spark serves the archive from here until the end.
      deleteAtExit(temporary);
    }
  }

  private static void add(ZipOutputStream zip, Path folder, int number) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (LEFT_OUT.stream().noneMatch(name::startsWith) && !name.contains("tfevents")) {
          zip.putNextEntry(new ZipEntry(number + "/" + name));
          copy(file, zip);
          zip.closeEntry();
        }
      }
    }
  }

  private static void copy(Path file, OutputStream out) throws IOException {
    Files.copy(file, out);
  }

  private static void deleteAtExit(Path folder) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try (Stream<Path> files = Files.walk(folder)) {
                    files
                        .sorted(Comparator.reverseOrder())
                        .map(Path::toFile)
                        .forEach(f -> f.delete());
                  } catch (IOException e) {
                    // It is in the folder for temporary files.
                  }
                }));
  }

  /** What writes with the models of this process; loaded by the task that comes first. */
  LineWriter<?, ?> writer() {
    return LOADED.computeIfAbsent(
        name,
        archive -> {
          List<Path> folders = new ArrayList<>();
          for (int i = 0; i < models; i++) {
            folders.add(Path.of(SparkFiles.get(archive)).resolve(Integer.toString(i)));
          }
          if (models > 0) {
            WorkerEngine.load();
          }
          try {
            return source.load(folders);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
