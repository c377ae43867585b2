package gloss.corpus.check;

import gloss.corpus.ParallelFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Makes splits for tests. */
public final class Texts {
  private Texts() {}

  /** Lines {@code source|target} as two files. */
  public static NamedPairs pairs(Path folder, String name, String... lines) throws IOException {
    StringBuilder source = new StringBuilder();
    StringBuilder target = new StringBuilder();
    for (String line : lines) {
      int bar = line.indexOf('|');
      source.append(line, 0, bar).append('\n');
      target.append(line.substring(bar + 1)).append('\n');
    }
    return new NamedPairs(
        name,
        new LinePairs(
            ParallelFiles.of(
                write(folder.resolve(name + ".en"), source.toString()),
                write(folder.resolve(name + ".de"), target.toString()))));
  }

  /** A text in which {@code ¤} stands for a byte that is not UTF-8. */
  public static Path write(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean bad = bytes[i] == (byte) 0xc2 && i + 1 < bytes.length && bytes[i + 1] == (byte) 0xa4;
      i += bad ? 1 : 0;
      bytes[length++] = bad ? (byte) 0xff : bytes[i];
    }
    return Files.write(file, Arrays.copyOf(bytes, length));
  }
}
