package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The command line as a process: exit codes, and what goes to which stream. */
class GlossTest {
  private static final String VERSION = Version.build().getProperty("version");

  @Test
  void helpGoesToStdout() {
    assertThat(Processes.gloss("--help").run().ok().out())
        .startsWith("Usage: gloss")
        .contains("--debug", "--version");
  }

  @Test
  void noCommandIsWrongUse() {
    Processes.Result result = Processes.gloss().run();
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines()).containsExactly("gloss: no command given; see 'gloss --help'");
  }

  @Test
  void unknownOptionsAreWrongUse() {
    Processes.Result result = Processes.gloss("--hlep").run();
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines())
        .containsExactly(
            "gloss: unknown option '--hlep'; did you mean '--help'?; see 'gloss --help'");
  }

  @Test
  void outputIsUtf8WhateverTheJvmThinks() {
    assumeTrue(
        System.getProperty("sun.jnu.encoding").equals("UTF-8"),
        "skipped: an argument in UTF-8 cannot be passed on under this locale");
    Processes.Result result =
        Processes.gloss("--où")
            .jvm("-Dfile.encoding=ISO-8859-1", "-Dstderr.encoding=ISO-8859-1")
            .run();
    assertThat(result.err()).contains("'--où'");
  }

  @Test
  void versionIsOneLine() {
    assertThat(Processes.gloss("--version").run().ok().out())
        .isEqualTo("gloss " + VERSION + System.lineSeparator());
  }

  @Test
  void verboseVersionSaysWhatABugReportNeeds() {
    Properties build = Version.build();
    Processes.Result result =
        Processes.gloss("--version", "-v").variable("OMP_NUM_THREADS", "1").run().ok();
    assertThat(result.out().lines().map(line -> line.split(" +", 2)[0]))
        .containsExactly(
            "gloss",
            "Java",
            "system",
            "DJL",
            "PyTorch",
            "engine",
            "CoreNLP",
            "processor",
            "cores",
            "precision",
            "memory",
            "threads");
    assertThat(result.out())
        .contains(
            "Java       " + System.getProperty("java.version"),
            "DJL        " + build.getProperty("djl"),
            "engine     PyTorch:" + build.getProperty("pytorch"),
            "OMP_NUM_THREADS=1");
  }

  @Test
  void placeholdersOfTheBuildAreFilledIn() {
    assertThat(Version.build().values()).hasSize(5).noneMatch(v -> v.toString().contains("$"));
  }
}
