package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gloss.task.TinyCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a training holds no more memory after 2,000 steps than after 500. */
class MemoryTest {
  /** What a healthy run may swing: pages that the allocators hold back, code that is compiled. */
  private static final long SLACK_KB = 24 * 1024;

  @TempDir private Path folder;

  /** Kilobytes of memory of a process; empty when it has ended. */
  private static OptionalLong resident(long pid) throws IOException {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    }
  }

  @Test
  void memoryStaysFlatOver2000Steps() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "skipped: no /proc here");
    Path recipe = TinyCorpus.write(folder);
    String[] settings =
        TrainingProcess.set(
            "training.until=[2000 steps]",
            "training.validate.every=100 steps",
            "training.keep.every=50 steps");
    Process process =
        TrainingProcess.gloss(folder, recipe, settings)
            .jvm("-Xmx64m", "-XX:+UseSerialGC")
            .start(folder);
    Path model = folder.resolve("model");
    long at500 = 0;
    long most = 0;
    OptionalLong now = OptionalLong.of(0);
    while (now.isPresent()) {
      long step = TrainingProcess.newest(model);
      now = resident(process.pid());
      if (step < 500) {
        at500 = Math.max(at500, now.orElse(0));
      } else {
        most = Math.max(most, now.orElse(0));
      }
      Thread.sleep(20);
      if (!process.isAlive()) {
        break;
      }
    }
    String err = Files.readString(folder.resolve("err"));
    assertThat(process.waitFor()).as(err).isZero();
    System.out.printf("MemoryTest: %,d kB up to step 500, then %,d kB at most%n", at500, most);
    assertThat(err).contains("done after 2000 steps").doesNotContain("out of memory");
    assertThat(most).isBetween(at500 / 2, at500 + SLACK_KB);
  }
}
