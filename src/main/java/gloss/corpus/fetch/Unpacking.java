package gloss.corpus.fetch;

import gloss.corpus.ArchiveSource;
import gloss.corpus.CheckedFile;
import gloss.corpus.archive.Archive;
import gloss.corpus.archive.BadContent;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** How something that was transferred becomes a file of the corpus. */
sealed interface Unpacking {
  /** Makes {@code file}, at {@code made}; what cannot be unpacked is a {@link BadContent}. */
  void unpack(Path transferred, CheckedFile file, Path made) throws IOException;

  /** The file is what was transferred. */
  record AsItIs() implements Unpacking {
    @Override
    public void unpack(Path transferred, CheckedFile file, Path made) throws IOException {
      Files.move(transferred, made, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The file was compressed with gzip. */
  record Gunzip() implements Unpacking {
    @Override
    public void unpack(Path transferred, CheckedFile file, Path made) throws IOException {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(transferred), 1 << 16)) {
        Files.copy(in, made, StandardCopyOption.REPLACE_EXISTING);
      } catch (ZipException | EOFException e) {
        throw new BadContent("is no gzip file, or a damaged one", e);
      }
    }
  }

  /** The file is made from members of an archive. */
  record FromArchive(Map<String, ArchiveSource.Members> make) implements Unpacking {
    @Override
    public void unpack(Path transferred, CheckedFile file, Path made) throws IOException {
      ArchiveSource.Members members =
          Objects.requireNonNull(make.get(file.name()), "the card was checked for it");
      switch (members.as()) {
        case COPY -> Archive.copy(transferred, members.members(), made);
        case SECTIONS -> Sections.convert(transferred, members.members(), made);
      }
    }
  }
}
