package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.text.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class FailuresTest {
  private final StringWriter err = new StringWriter();

  @Command(name = "train")
  private record Train(Exception failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      throw failure;
    }
  }

  @Command(name = "score")
  private static final class Score implements Callable<Integer> {
    @Option(names = "--metric")
    @SuppressWarnings("UnusedVariable") // picocli sets it
    private String metric;

    @Override
    public Integer call() {
      return 0;
    }
  }

  private int run(Exception failure, String... args) {
    CommandLine command = Gloss.commandLine();
    // Two small ones in place of the real ones.
    command.getCommandSpec().removeSubcommand("train");
    command.getCommandSpec().removeSubcommand("score");
    command.addSubcommand(new Train(failure)).addSubcommand(new Score());
    return command
        .setExecutionExceptionHandler(Failures::onException)
        .setParameterExceptionHandler(Failures::onWrongUse)
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private int run(String... args) {
    return run(new IllegalStateException("not reached"), args);
  }

  @Test
  void aMistypedCommandNamesTheNearest() {
    assertThat(run("trian", "recipe.yaml")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "gloss: unknown command 'trian'; did you mean 'train'?; see 'gloss --help'");
  }

  @Test
  void aFarCommandIsNotGuessed() {
    assertThat(run("upholster")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("gloss: unknown command 'upholster'; see 'gloss --help'");
  }

  @Test
  void aMistypedOptionNamesTheNearestOfItsCommand() {
    assertThat(run("score", "--metrik=bleu")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "gloss: unknown option '--metrik'; did you mean '--metric'?; see 'gloss score --help'");
  }

  @Test
  void anArgumentTooManyIsNamed() {
    assertThat(run("score", "a.txt")).isEqualTo(2);
    assertThat(err.toString()).startsWith("gloss: one argument too many: 'a.txt'; see");
  }

  @Test
  void aMissingValueIsNamed() {
    assertThat(run("score", "--metric")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("--metric")
        .endsWith("; see 'gloss score --help'");
  }

  @Test
  void theUsersMistakeIsOneLineAndTwo() {
    int exit = run(InputException.at(Path.of("a.yaml"), 3, "no such\n  key"), "train");
    assertThat(exit).isEqualTo(2);
    assertThat(err.toString().lines()).containsExactly("gloss: a.yaml:3: no such key");
  }

  @Test
  void aFailureIsOneLineAndOne() {
    assertThat(run(new IOException("No space left on device"), "train")).isEqualTo(1);
    assertThat(err.toString().lines()).containsExactly("gloss: No space left on device");
  }

  @Test
  void debugAddsTheStackTrace() {
    assertThat(run(new IOException("No space left on device"), "train", "--debug")).isEqualTo(1);
    assertThat(err.toString().lines().toList())
        .startsWith(
            "gloss: No space left on device", "java.io.IOException: No space left on device")
        .anyMatch(line -> line.startsWith("\tat gloss.cli.FailuresTest"));
  }

  @Test
  void failuresOfTheFileSystemNameTheFile() {
    assertThat(Failures.describe(new NoSuchFileException("a.txt")))
        .isEqualTo("a.txt: no such file or folder");
    assertThat(Failures.describe(new UncheckedIOException(new AccessDeniedException("b.txt"))))
        .isEqualTo("b.txt: permission denied");
    assertThat(Failures.describe(new NullPointerException()))
        .isEqualTo("NullPointerException (run with --debug for details)");
  }
}
