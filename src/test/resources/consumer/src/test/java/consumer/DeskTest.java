package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeskTest {
  private static Path model(String name) {
    return Path.of(System.getProperty(name));
  }

  @Test
  void theDeskWorks() throws Exception {
    PrintStream stdout = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true));
    try (Desk desk = new Desk(model("translation"), model("summaries"), model("classes"))) {
      // An endless stream: only as much is read as is asked for.
      AtomicInteger read = new AtomicInteger();
      Stream<String> endless = Stream.generate(() -> read.getAndIncrement() % 2 == 0 ? "one." : "");
      List<String> two = desk.translate(endless).limit(2).toList();
      assertFalse(two.get(0).isEmpty());
      assertEquals("", two.get(1));
      assertTrue(read.get() < 1000);

      // Many callers at once get what one gets alone.
      List<String> many =
          IntStream.range(0, 40)
              .parallel()
              .mapToObj(i -> desk.translate(Stream.of("one.")).findFirst().orElseThrow())
              .distinct()
              .toList();
      assertEquals(List.of(two.get(0)), many);

      assertFalse(desk.summarize("the red house of abcdef is near ghijkl .").isEmpty());
      assertEquals("It rains.", desk.firstSentence("It rains. Nobody goes out."));
      assertEquals("long", desk.classify(Map.of("tokens", "24", "kind", "news")).label());
      assertEquals(
          100.0, desk.mark(List.of("a b c d e"), List.of("a b c d e")).get(0).value(), 1e-9);
    } finally {
      System.setOut(stdout);
    }
    assertEquals("", printed.toString(), "a library prints nothing");
  }

  @Test
  void noBindingOfALogComesAlong() {
    assertNull(DeskTest.class.getResource("/org/slf4j/simple/SimpleLogger.class"));
  }
}
