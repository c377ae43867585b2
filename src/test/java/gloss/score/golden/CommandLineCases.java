package gloss.score.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code gloss score} as a process inside the folder of the cases. */
final class CommandLineCases {
  private CommandLineCases() {}

  static void run(GoldenCase golden) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "gloss.cli.Gloss"));
    command.add("score");
    golden.json().getAsJsonArray("args").forEach(arg -> command.add(arg.getAsString()));
    Path out = Files.createTempFile("golden", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(golden.folder().toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("NO_COLOR", "1");
    golden
        .json()
        .getAsJsonObject("env")
        .entrySet()
        .forEach(e -> builder.environment().put(e.getKey(), e.getValue().getAsString()));
    if (!golden.json().get("hyp").isJsonNull()) {
      builder.redirectInput(new File(golden.folder().toFile(), golden.hypothesisFile()));
    }
    Process process = builder.start();
    if (golden.json().get("hyp").isJsonNull()) {
      process.getOutputStream().close();
    }
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String printed = Files.readString(out, StandardCharsets.UTF_8);
    Files.delete(out);
    assertThat(process.exitValue()).isEqualTo(golden.expected().get("rc").getAsInt());
    Path expected = golden.folder().resolve(golden.expected().get("stdout_file").getAsString());
    assertThat(SacreBleuCases.asReference(printed)).isEqualTo(Files.readString(expected));
  }
}
