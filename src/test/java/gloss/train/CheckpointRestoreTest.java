package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From which checkpoint training goes on. */
class CheckpointRestoreTest extends KeptCheckpoints {
  @Test
  void everythingComesBack() throws IOException {
    validateAt(keeper(1), 5, false);
    try (TrainingState other = state(2)) {
      keeper(1).restore(other, warnings::add);
      assertThat(other.progress()).isEqualTo(state.progress());
      state
          .weights()
          .forEach(
              (name, array) ->
                  assertThat(other.weights().get(name).toFloatArray())
                      .isEqualTo(array.toFloatArray()));
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void withADamagedNewestTheOneBeforeIsUsed() throws IOException {
    CheckpointKeeper keeper = keeper(3);
    validateAt(keeper, 5, false);
    validateAt(keeper, 10, false);
    damage(checkpoint(10));
    keeper.restore(state, warnings::add);
    assertThat(state.progress().step()).isEqualTo(5);
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith(checkpoint(10) + ": ")
        .contains("damaged")
        .endsWith("going back to the one before");
    // The damaged one does not count as the newest any more, nor drive out whole ones.
    keeper = keeper(1);
    validateAt(keeper, 7, false);
    assertThat(files()).containsExactly("step-000000007.safetensors");
  }

  @Test
  void withoutAWholeOneTheUserIsTold() throws IOException {
    assertThatThrownBy(() -> keeper(1).restore(state, warnings::add))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder.resolve("checkpoints") + ": ")
        .hasMessageContaining("--overwrite");
    validateAt(keeper(1), 5, false);
    damage(checkpoint(5));
    assertThatThrownBy(() -> keeper(1).restore(state, warnings::add))
        .isInstanceOf(InputException.class);
    assertThat(warnings).hasSize(1);
  }

  @Test
  void whatAKilledProcessLeftGoesWithTheNextCheckpoint() throws IOException {
    Files.writeString(folder.resolve("checkpoints/.step-000000003.safetensors.part"), "half");
    Files.writeString(folder.resolve("checkpoints/notes.txt"), "the user's own");
    validateAt(keeper(1), 5, false);
    assertThat(files()).containsExactly("notes.txt", "step-000000005.safetensors");
    new CheckpointFolder(folder.resolve("checkpoints")).clear();
    assertThat(files()).containsExactly("notes.txt");
    Files.delete(folder.resolve("checkpoints/notes.txt"));
    new CheckpointFolder(folder.resolve("checkpoints")).clear();
    assertThat(folder.resolve("checkpoints")).doesNotExist();
    new CheckpointFolder(folder.resolve("checkpoints")).clear();
  }

  @Test
  void otherDataAreRefusedByName() {
    validateAt(keeper(1), 5, false);
    for (Map<String, String> other :
        List.of(
            Map.of("train a.en", "99"),
            Map.of("train a.en", "1234", "train b.en", "5"),
            Map.<String, String>of())) {
      String name = other.containsKey("train b.en") ? "train b.en" : "train a.en";
      assertThatThrownBy(() -> keeper(1, other).restore(state, warnings::add))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(checkpoint(5) + ": training cannot go on from here: " + name)
          .message()
          .doesNotContain("null");
    }
  }

  @Test
  void anotherNetworkIsRefusedAndNothingChanges() {
    validateAt(keeper(1), 5, false);
    try (TrainingState other = state(3)) {
      float[] before = other.weights().get("weight").toFloatArray();
      assertThatThrownBy(() -> keeper(1).restore(other, warnings::add))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(checkpoint(5) + ": is of another network: ")
          .hasMessageContaining("(2, 2)")
          .hasMessageContaining("(3, 3)");
      assertThat(other.weights().get("weight").toFloatArray()).isEqualTo(before);
      assertThat(other.progress()).isEqualTo(Progress.START);
    }
  }

  @Test
  void weightsAloneAreNoCheckpoint() throws IOException {
    validateAt(keeper(1), 5, true);
    Files.copy(folder.resolve("weights.safetensors"), checkpoint(9));
    assertThatThrownBy(() -> keeper(1).restore(state, warnings::add))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(checkpoint(9) + ": is not a checkpoint");
  }

  @Test
  void namesDoNotDependOnTheLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      validateAt(keeper(1), 5, false);
      assertThat(files()).containsExactly("step-000000005.safetensors");
      keeper(1).restore(state, warnings::add);
    } finally {
      Locale.setDefault(before);
    }
  }
}
