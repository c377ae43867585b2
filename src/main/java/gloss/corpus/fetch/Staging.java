package gloss.corpus.fetch;

import gloss.corpus.CheckedFile;
import gloss.corpus.archive.BadContent;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code .fetch} beside a card, where files wait until all are there: {@code NAME.part}
 * is a transfer under way, {@code NAME} a file that has been checked. One process at a time uses
 * it.
 */
final class Staging implements Closeable {
  private static final String FOLDER = ".fetch";
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel channel;

  private Staging(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Opens, or makes, the folder; one that another process uses is an {@link InputException}. */
  static Staging open(Path corpus) throws IOException {
    Path folder = corpus.resolve(FOLDER);
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw InputException.in(corpus, "is being fetched by another process; wait for it");
    }
    return new Staging(folder, channel);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Those of the files that are not here yet. */
  List<CheckedFile> missing(List<CheckedFile> files) throws IOException {
    List<CheckedFile> missing = new ArrayList<>();
    for (CheckedFile file : files) {
      Path staged = folder.resolve(file.name());
      if (!Files.exists(staged) || !file.sumOf(staged).equals(file.sum())) {
        missing.add(file);
      }
    }
    return missing;
  }

  /** Where a transfer puts its bytes; what is there already is the beginning of them. */
  Path part(Delivery delivery) {
    return folder.resolve(delivery.name() + ".part");
  }

  /**
   * Makes the files of a delivery out of what was transferred, and checks them. What cannot be
   * unpacked or has another checksum is a {@link BadContent}, and is removed.
   */
  void accept(Delivery delivery) throws IOException {
    accept(delivery, delivery.files(), delivery.unpacking());
  }

  /** As {@link #accept(Delivery)}, for a transfer that holds only some of the files. */
  void accept(Delivery delivery, List<CheckedFile> files, Unpacking unpacking) throws IOException {
    Path part = part(delivery);
    try {
      for (CheckedFile file : files) {
        Path made = folder.resolve(file.name() + ".made");
        unpacking.unpack(part, file, made);
        check(file, made);
        sync(made);
        Files.move(made, folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (CheckedFile file : files) {
        Files.deleteIfExists(folder.resolve(file.name() + ".made"));
      }
      Files.deleteIfExists(part);
    }
  }

  private static void check(CheckedFile file, Path made) throws IOException {
    String sum = file.sumOf(made);
    if (!sum.equals(file.sum())) {
      throw new BadContent(
          "%s has checksum %s, the card says %s".formatted(file.name(), sum, file.sum()));
    }
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Moves files to where the card says they are; all of them must be here. */
  void moveIntoPlace(List<CheckedFile> files) throws IOException {
    for (CheckedFile file : files) {
      Path place = file.path().toAbsolutePath();
      Files.createDirectories(Objects.requireNonNull(place.getParent(), "a file is in a folder"));
      move(folder.resolve(file.name()), place);
    }
  }

  private static void move(Path staged, Path place) throws IOException {
    try {
      Files.move(
          staged, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // The folder of the data is a link to another disk.
      AtomicFile.write(place, out -> Files.copy(staged, out));
      Files.delete(staged);
    }
  }

  /** Lets others in; the folder goes once nothing waits in it. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(folder.resolve(LOCK));
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // A transfer was cut; the next fetch goes on with what is here.
    }
  }
}
