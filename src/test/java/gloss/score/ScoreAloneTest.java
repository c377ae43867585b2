package gloss.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar for people who only score; runs where the build has made it and names it. */
class ScoreAloneTest {
  @TempDir Path folder;

  private static Path jar() {
    String jar = System.getProperty("gloss.score.jar");
    assumeTrue(jar != null, "the score jar is tested on its own after packaging");
    return Path.of(jar);
  }

  @Test
  void theseTestsRunOnTheJarWithoutTheRest() throws URISyntaxException {
    Path code = Path.of(Metric.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertThat(code).isEqualTo(jar());
    for (String other : new String[] {"ai.djl.Model", "edu.stanford.nlp.pipeline.Annotation"}) {
      assertThatThrownBy(() -> Class.forName(other)).isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void aProgramNeedsNothingElse() throws IOException, InterruptedException {
    Path program =
        Files.writeString(
            folder.resolve("Program.java"),
            """
            import gloss.score.bleu.Bleu;
            import gloss.score.token.Tokenizers;
            import java.util.List;

            class Program {
              public static void main(String[] args) {
                System.out.println(
                    Bleu.builder()
                        .tokenizer(Tokenizers.INTERNATIONAL)
                        .build()
                        .score(List.of("one two three four five"), List.of("one two three four six")));
              }
            }
            """);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar().toString(),
                program.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed)
        .startsWith("BLEU|nrefs:1|case:mixed|eff:no|tok:intl|smooth:exp|version:gloss-")
        .contains(" = 66.87 80.0/75.0/66.7/50.0 (BP = 1.000");
  }
}
