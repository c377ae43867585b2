package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table of commands is that of the program. */
class ReadmeTest {
  @Test
  void theTableNamesEveryCommandAndNoOther() throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher rows =
        Pattern.compile("(?m)^\\| `gloss ([\\w-]+)")
            .matcher(Files.readString(Path.of("README.md")));
    while (rows.find()) {
      named.add(rows.group(1));
    }
    assertThat(named).isEqualTo(new TreeSet<>(Gloss.commandLine().getSubcommands().keySet()));
  }
}
