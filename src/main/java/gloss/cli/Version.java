package gloss.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code gloss --version} prints: one line, or with {@code -v} what a bug report needs. */
final class Version implements IVersionProvider {
  @Spec private CommandSpec spec;

  @Override
  public String[] getVersion() {
    Properties build = build();
    String line = "gloss " + build.getProperty("version");
    return ((Gloss) spec.root().userObject()).verbose()
        ? Stream.concat(Stream.of(line), Environment.lines(build).stream()).toArray(String[]::new)
        : new String[] {line};
  }

  /** Versions that the build wrote down. */
  static Properties build() {
    Properties build = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Version.class.getResourceAsStream("/gloss/build.properties"))) {
      build.load(in);
      return build;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
