package gloss.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
  @Test
  void aSampleIsShownInALine() {
    assertThat(ConsoleProgress.inALine("Not much.")).isEqualTo("Not much.");
    assertThat(ConsoleProgress.inALine(" One. \n\n Two.\n")).isEqualTo("One. / Two.");
    assertThat(ConsoleProgress.inALine("😀".repeat(300))).isEqualTo("😀".repeat(300));
    assertThat(ConsoleProgress.inALine("😀".repeat(301))).isEqualTo("😀".repeat(300) + " …");
  }
}
