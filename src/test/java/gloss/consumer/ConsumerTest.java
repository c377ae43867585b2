package gloss.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.task.TinyBulletins;
import gloss.task.TinyCorpus;
import gloss.task.table.TinyTables;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds a project of somebody else against the jar and its POM, and runs its tests; the models are
 * trained here. The build runs it by itself when the jar is there (see the POM).
 */
@EnabledIfSystemProperty(named = "gloss.consumer.jar", matches = ".+")
class ConsumerTest {
  @TempDir private Path folder;

  private static Path path(String property) {
    return Path.of(System.getProperty("gloss.consumer." + property));
  }

  @Test
  @Timeout(600)
  void aProjectOfSomebodyElseUsesWhatWasBuilt() throws Exception {
    Path project = copy(Path.of("src/test/resources/consumer"), folder.resolve("project"));
    Path repository = repository();
    List<String> command =
        new ArrayList<>(
            List.of(
                path("maven").resolve("bin/mvn").toString(),
                "-B",
                "-q",
                "-Dmaven.repo.local=" + repository,
                "-Dgloss.version=" + System.getProperty("gloss.consumer.version"),
                "-Dtranslation=" + train("translation"),
                "-Dsummaries=" + train("summaries"),
                "-Dclasses=" + train("classes"),
                "test"));
    if ("offline-true".equals(System.getProperty("gloss.consumer.mode"))) {
      command.add("-o");
    }
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = process.waitFor();
    assertThat(exit).as(Files.readString(log)).isZero();
    assertThat(project.resolve("target/surefire-reports/TEST-consumer.DeskTest.xml"))
        .content()
        .contains("tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\"");
  }

  /** Before the folder is deleted, whose tools warn of links that lead out of it. */
  @AfterEach
  void unlink() throws IOException {
    for (Path linked : List.of(folder.resolve("repository"), folder.resolve("repository/org"))) {
      try (Stream<Path> entries = Files.list(linked)) {
        for (Path entry : entries.filter(Files::isSymbolicLink).toList()) {
          Files.delete(entry);
        }
      }
    }
  }

  private Path train(String name) throws IOException {
    Path into = folder.resolve(name);
    String[] briefly = {"training.until=[30 steps]", "training.validate.every=30 steps"};
    return switch (name) {
      case "translation" -> TinyCorpus.train(into, briefly);
      case "summaries" -> TinyBulletins.train(into, briefly);
      default -> TinyTables.train(into);
    };
  }

  /**
   * A local repository with what was built, and all that the user's has: seen through links, so
   * that nothing is copied, and nothing of ours gets into the user's.
   */
  private Path repository() throws IOException {
    Path users = path("repository");
    Path repository = Files.createDirectories(folder.resolve("repository/org")).getParent();
    link(users, repository, "org");
    link(users.resolve("org"), repository.resolve("org"), "gloss");
    String version = System.getProperty("gloss.consumer.version");
    Path ours = Files.createDirectories(repository.resolve("org/gloss/gloss/" + version));
    Files.copy(path("jar"), ours.resolve("gloss-" + version + ".jar"));
    Files.copy(path("pom"), ours.resolve("gloss-" + version + ".pom"));
    return repository;
  }

  private static void link(Path from, Path to, String but) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().equals(but)) {
          Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
        }
      }
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
            return FileVisitResult.CONTINUE;
          }
        });
    return to;
  }
}
