package gloss.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  @Test
  void missingReferencesAreLeftOut() {
    List<Segment> segments =
        Segments.of(List.of("a", "b"), Arrays.asList("x", null), List.of("y", ""));
    assertThat(segments.get(0).references()).containsExactly("x", "y");
    assertThat(segments.get(1).references()).containsExactly("");
  }

  @Test
  void transposedReferencesAreRefused() {
    assertThatThrownBy(
            () ->
                Segments.of(List.of("a", "b", "c"), List.of(List.of("x", "y"), List.of("x", "y"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("3 hypotheses")
        .hasMessageContaining("reference stream 1 has 2 lines");
  }

  @Test
  void aSegmentNeedsAReference() {
    assertThatThrownBy(() -> Segments.of(List.of("a"), Arrays.asList((String) null)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no reference: 'a'");
  }
}
