package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import gloss.nn.Linear;
import gloss.optim.Optimizers;
import gloss.recipe.Elapsed;
import gloss.recipe.OptimizerRecipe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the bytes of event files by the description of the format, not by the writer's code. */
class TensorBoardTest {
  @TempDir private Path folder;
  private NDManager manager;
  private TrainingState state;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
    Linear network = new Linear(1, 1);
    network.initialize(manager);
    state =
        new TrainingState(
            network,
            weights ->
                Optimizers.of(new OptimizerRecipe.Adam(0.1, 0.9, 0.98, 1e-9), manager, weights));
  }

  @AfterEach
  void close() {
    state.close();
    manager.close();
  }

  /** A message's fields: numbers as they are, bytes for what has a length. */
  private static List<Map.Entry<Integer, Object>> fields(ByteBuffer message) {
    List<Map.Entry<Integer, Object>> fields = new ArrayList<>();
    ByteBuffer in = message.slice().order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      int tag = (int) varint(in);
      Object value =
          switch (tag % 8) {
            case 0 -> varint(in);
            case 1 -> in.getDouble();
            case 5 -> in.getFloat();
            case 2 -> bytes(in, (int) varint(in));
            default -> throw new AssertionError("wire type of " + tag);
          };
      fields.add(Map.entry(tag / 8, value));
    }
    return fields;
  }

  private static ByteBuffer bytes(ByteBuffer in, int length) {
    ByteBuffer bytes = in.slice(in.position(), length);
    in.position(in.position() + length);
    return bytes;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in.get();
      value |= (long) (b & 127) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  /** CRC-32C bit by bit: polynomial 0x1EDC6F41, reflected; then TensorFlow's mask. */
  private static int maskedCrc(ByteBuffer bytes) {
    int crc = -1;
    for (int i = 0; i < bytes.limit(); i++) {
      crc ^= bytes.get(i) & 255;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? crc >>> 1 ^ 0x82F63B78 : crc >>> 1;
      }
    }
    crc = ~crc;
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  private static String text(Object bytes) {
    return StandardCharsets.UTF_8.decode(((ByteBuffer) bytes).duplicate()).toString();
  }

  /** The events of a file in words, such as {@code 20 train/loss=1.5}. */
  private static List<String> events(Path file) throws IOException {
    List<String> events = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      ByteBuffer length = in.slice(in.position(), 8).order(ByteOrder.LITTLE_ENDIAN);
      int size = (int) in.getLong();
      assertThat(in.getInt()).isEqualTo(maskedCrc(length));
      ByteBuffer data = bytes(in, size);
      assertThat(in.getInt()).isEqualTo(maskedCrc(data));
      events.addAll(event(data));
    }
    return events;
  }

  private static List<String> event(ByteBuffer data) {
    Map<Integer, Object> event = new LinkedHashMap<>();
    fields(data).forEach(field -> event.put(field.getKey(), field.getValue()));
    double now = System.currentTimeMillis() / 1000.0;
    assertThat((double) event.get(1)).isBetween(now - 600, now);
    if (event.containsKey(3)) {
      return List.of(text(event.get(3)));
    }
    if (event.containsKey(7)) {
      return List.of(event.get(2) + " start " + fields((ByteBuffer) event.get(7)));
    }
    List<String> values = new ArrayList<>();
    for (Map.Entry<Integer, Object> value : fields((ByteBuffer) event.get(5))) {
      assertThat(value.getKey()).isEqualTo(1);
      List<Map.Entry<Integer, Object>> parts = fields((ByteBuffer) value.getValue());
      assertThat(parts).extracting(Map.Entry::getKey).containsExactly(1, 2);
      values.add(
          event.get(2) + " " + text(parts.get(0).getValue()) + "=" + parts.get(1).getValue());
    }
    return values;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static Progress at(long step) {
    Progress.Best none = new Progress.Best(0, 0);
    return new Progress(new Elapsed(step, 1.5, 9, 5), 2, 3, none, none, 0, 0, 0, false, 1, 0);
  }

  private void stepTo(TensorBoard board, long step, double plain) {
    state.progress(at(step));
    board.stepped(state, new StepReport(step, 2, plain, 4, 0.25, 0.5));
  }

  @Test
  void anIndependentReaderFindsTheFigures() throws IOException {
    TensorBoard board = new TensorBoard(folder, Task.TOKENS);
    state.progress(at(299));
    board.started(state);
    for (long step = 300; step <= 320; step++) {
      stepTo(board, step, 6);
    }
    board.validated(
        state,
        new Validation(
            0.5,
            Map.of("bleu", Double.NaN, "chrf", 61.5),
            List.of(),
            Optional.of(new Outputs(0.75, 1, 1.25, 0, 0))),
        true);
    assertThat(files()).hasSize(1);
    assertThat(files().get(0).getFileName().toString())
        .matches("events\\.out\\.tfevents\\.\\d{10}\\.gloss");
    List<String> events = events(files().get(0));
    assertThat(events).startsWith("brain.Event:2", "300 start [1=1]");
    assertThat(events)
        .contains("300 train/loss=1.5", "320 train/loss=1.5", "320 train/rate=0.25")
        .contains("320 train/norm=0.5", "320 train/epoch=2.0")
        .contains("320 valid/loss=0.5", "320 valid/chrf=61.5", "320 valid/distinct=0.75")
        .contains("320 valid/length_ratio=1.25")
        .anyMatch(event -> event.startsWith("320 train/tokens_per_second="))
        .anyMatch(event -> event.startsWith("320 valid/perplexity=1.64"))
        .noneMatch(event -> event.contains("bleu"))
        .noneMatch(event -> event.startsWith("310"));
  }

  @Test
  void everyRunHasItsFileAndAllCanBeDeleted() throws IOException {
    Files.writeString(folder.resolve("events.out.tfevents.1700000000.elsewhere"), "another's");
    for (int i = 0; i < 3; i++) {
      new TensorBoard(folder, Task.TOKENS).started(state);
    }
    assertThat(files()).hasSize(4);
    TensorBoard.clear(folder);
    assertThat(files())
        .extracting(f -> f.getFileName().toString())
        .containsExactly("events.out.tfevents.1700000000.elsewhere");
  }
}
