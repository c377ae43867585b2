package gloss.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void aSlipOfTheFingersIsUnderstood() {
    assertThat(Nearest.to("trian", List.of("train", "translate"))).contains("train");
    assertThat(Nearest.to("BLEU", List.of("bleu", "ter"))).contains("bleu");
  }

  @Test
  void whatIsFarIsNotGuessed() {
    assertThat(Nearest.to("xyz", List.of("train"))).isEmpty();
    assertThat(Nearest.hint("xyz", List.of("train", "score"))).isEqualTo("; known: train, score");
  }

  @Test
  void distanceCountsEdits() {
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }
}
