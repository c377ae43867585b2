package gloss.spark;

import gloss.text.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IOUtils;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Where a job's lines go: a folder with one file per partition, {@code part-00000} and so on, and
 * {@code _SUCCESS}; or a single file, compressed if its name says so. What a job that fails has
 * written is deleted.
 */
public final class Output {
  private static final int BUFFER = 1 << 16;

  private final Configuration settings;
  private final Path path;
  private final boolean singleFile;

  /** What writes the parts of the output into a folder that is not there yet. */
  @FunctionalInterface
  public interface Writer {
    /** Writes them. */
    void write(String folder) throws IOException;
  }

  /**
   * An output.
   *
   * @throws InputException if there is something already
   */
  public Output(JavaSparkContext context, String path, boolean singleFile) throws IOException {
    settings = context.hadoopConfiguration();
    this.path = new Path(path);
    this.singleFile = singleFile;
    if (system().exists(this.path)) {
      throw new InputException(
          path + ": is there already; delete it, or give another place for the output");
    }
  }

  /** Without the hidden files with checksums that Hadoop keeps on local disks. */
  private FileSystem system() throws IOException {
    FileSystem system = path.getFileSystem(settings);
    system.setWriteChecksum(false);
    return system;
  }

  /** Has the output written; it appears when it is whole. */
  public void write(Writer writer) throws IOException {
    Path folder = singleFile ? beside("parts") : path;
    Runnable interrupted = () -> delete(folder);
    // After Spark has stopped its tasks, before file systems are closed.
    ShutdownHookManager.get().addShutdownHook(interrupted, FileSystem.SHUTDOWN_HOOK_PRIORITY + 10);
    boolean done = false;
    try {
      writer.write(folder.toString());
      if (singleFile) {
        join(folder);
        keepSides(folder);
      }
      done = true;
    } finally {
      ShutdownHookManager hooks = ShutdownHookManager.get();
      if (!hooks.isShutdownInProgress()) {
        hooks.removeShutdownHook(interrupted);
      }
      if (singleFile || !done) {
        system().delete(folder, true);
      }
    }
  }

  private void delete(Path folder) {
    try {
      system().delete(folder, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path that nothing has yet; hidden from jobs. */
  private Path beside(String what) {
    String name = "." + path.getName() + "." + what + "-" + UUID.randomUUID();
    return path.getParent() == null ? new Path(name) : new Path(path.getParent(), name);
  }

  private void join(Path folder) throws IOException {
    FileSystem system = system();
    Path whole = beside("whole");
    boolean done = false;
    try {
      try (OutputStream out = compressed(system.create(whole, false))) {
        for (FileStatus part : parts(system, folder)) {
          try (InputStream in = system.open(part.getPath())) {
            IOUtils.copyBytes(in, out, BUFFER, false);
          }
        }
      }
      done = system.rename(whole, path);
      if (!done) {
        throw new IOException(path + ": cannot be written");
      }
    } finally {
      if (!done) {
        system.delete(whole, false);
      }
    }
  }

  /** What a job has set apart goes beside the file. */
  private void keepSides(Path folder) throws IOException {
    FileStatus[] sides =
        system().listStatus(folder, p -> p.getName().startsWith("_") && !isMark(p.getName()));
    for (FileStatus side : sides) {
      Path beside = path.suffix("." + side.getPath().getName().substring(1));
      system().delete(beside, true);
      if (!system().rename(side.getPath(), beside)) {
        throw new IOException(beside + ": cannot be written");
      }
    }
  }

  private static boolean isMark(String name) {
    return name.equals("_SUCCESS");
  }

  private static FileStatus[] parts(FileSystem system, Path folder) throws IOException {
    FileStatus[] parts = system.listStatus(folder, p -> p.getName().startsWith("part-"));
    Arrays.sort(parts);
    return parts;
  }

  private OutputStream compressed(OutputStream out) throws IOException {
    CompressionCodec codec = new CompressionCodecFactory(settings).getCodec(path);
    return codec == null ? out : codec.createOutputStream(out);
  }
}
