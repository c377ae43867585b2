package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PackingTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private Pass pass(boolean training) {
    return new Pass(new ParameterStore(manager, false), training);
  }

  private NDArray mask(boolean... known) {
    return manager.create(known, new Shape(2, 1, 1, known.length / 2));
  }

  private NDArray vectors() {
    return manager.create(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, new Shape(2, 3, 2));
  }

  @Test
  void paddingIsLeftOutAndComesBackAsTheRowBeforeIt() {
    Packing packing = Packing.of(pass(true), mask(true, true, false, true, false, false));
    NDArray packed = packing.pack(vectors());
    assertThat(packed.getShape()).isEqualTo(new Shape(3, 2));
    assertThat(packed.toFloatArray()).containsExactly(1, 2, 3, 4, 7, 8);
    NDArray padded = packing.unpack(packed);
    assertThat(padded.getShape()).isEqualTo(new Shape(2, 3, 2));
    assertThat(padded.toFloatArray()).containsExactly(1, 2, 3, 4, 3, 4, 7, 8, 7, 8, 7, 8);
  }

  @Test
  void paddingAtTheBeginningHasTheFirstRow() {
    Packing packing = Packing.of(pass(true), mask(false, true, true, true, true, true));
    NDArray padded = packing.unpack(packing.pack(vectors()));
    assertThat(padded.toFloatArray()).containsExactly(3, 4, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @Test
  void withoutPaddingOrTrainingAllStaysAsItIs() {
    NDArray x = vectors();
    Packing full = Packing.of(pass(true), mask(true, true, true, true, true, true));
    assertThat(full.pack(x)).isSameAs(x);
    assertThat(full.unpack(x)).isSameAs(x);
    Packing decoding = Packing.of(pass(false), mask(true, true, false, true, false, false));
    assertThat(decoding.pack(x)).isSameAs(x);
    assertThat(decoding.unpack(x)).isSameAs(x);
  }
}
