package gloss.model;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second training out of a folder. The operating system holds the lock and lets go of it
 * when the process ends, however it ends; the file {@value #FILE} stays and means nothing by
 * itself. It holds the number of the process that locked it last.
 *
 * <p>On a file system that has no locks nobody is kept out.
 */
final class FolderLock implements AutoCloseable {
  static final String FILE = ".lock";

  /** Beyond what is written, so that others can read it where locks are mandatory. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /**
   * Folders locked by this process: to open such a file again and close it would release the lock.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final boolean made;
  private final FileChannel channel;

  private FolderLock(Path folder, boolean made, FileChannel channel) {
    this.folder = folder;
    this.made = made;
    this.channel = channel;
  }

  /**
   * Locks a folder, which is made if it is not there.
   *
   * @throws InputException if another training holds it
   */
  static FolderLock of(Path path) throws IOException {
    boolean made = !Files.isDirectory(path);
    if (made) {
      Files.createDirectories(path);
    }
    Path folder = path.toRealPath();
    if (!OURS.add(folder)) {
      throw taken(path, ProcessHandle.current().pid() + "");
    }
    boolean locked = false;
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(FILE),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      try {
        if (!tryLock(channel)) {
          throw taken(path, read(channel));
        }
        write(channel);
        locked = true;
        return new FolderLock(folder, made, channel);
      } finally {
        if (!locked) {
          channel.close();
        }
      }
    } finally {
      if (!locked) {
        OURS.remove(folder);
      }
    }
  }

  /** Whether another training holds a folder at this moment. */
  static boolean isHeld(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (FolderLock lock = of(path)) {
      return false;
    } catch (InputException e) {
      return true;
    }
  }

  private static InputException taken(Path path, String process) {
    return InputException.in(
        path,
        "another training writes here (process "
            + process
            + "); wait for its end, or put this one elsewhere with --out");
  }

  private static boolean tryLock(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (IOException e) {
      // The file system has no locks: nobody can be kept out.
      return true;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    int most = 20;
    ByteBuffer bytes = ByteBuffer.allocate(most);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
  }

  private static void write(FileChannel channel) throws IOException {
    String process = ProcessHandle.current().pid() + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  /** Nothing came of it: lets others in, and takes the folder away if it was made and is empty. */
  void undo() throws IOException {
    close();
    if (made) {
      Files.deleteIfExists(folder.resolve(FILE));
      try {
        Files.delete(folder);
      } catch (DirectoryNotEmptyException e) {
        // Something was written: it stays.
      }
    }
  }

  /** Lets others in. */
  @Override
  public void close() throws IOException {
    channel.close();
    OURS.remove(folder);
  }
}
