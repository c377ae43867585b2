package gloss.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrentRecipeTest {
  private static TranslationRecipe recipe(String network, String more) {
    return (TranslationRecipe)
        Recipe.parse(
            """
            task: translation
            data: {source: en, target: fr, corpus: corpora}
            network: {%s}
            %s
            """
                .formatted(network, more),
            Path.of("recipe.yaml"));
  }

  @Test
  void everyKeyButTheTypeHasADefault() {
    assertThat(recipe("type: recurrent", "").network())
        .isEqualTo(
            new RecurrentRecipe(
                Cell.LSTM, 256, 2, 2, true, AttentionScore.GENERAL, true, Tie.ALL, 0.2));
    assertThat(
            recipe("type: recurrent, cell: gru, attention: additive, bidirectional: false", "")
                .toYaml())
        .contains("cell: gru", "attention: additive", "bidirectional: false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size: 7 | network.size: must be even, since the encoder is bidirectional, is 7",
        "size: 0 | network.size: must be at least 1",
        "encoder-layers: 0 | network.encoder-layers: must be at least 1",
        "dropout: 1.5 | network.dropout",
        "cell: rnn | network.cell",
        "attention: softmax | network.attention",
        "heads: 4 | network.heads: unknown key"
      })
  void whatCannotBeIsRefused(String key, String message) {
    assertThatThrownBy(() -> recipe("type: recurrent, " + key, ""))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("recipe.yaml:3: ")
        .hasMessageContaining(message);
  }

  @Test
  void oneTableForBothSidesNeedsOneVocabulary() {
    assertThatThrownBy(() -> recipe("type: recurrent", "subwords: {joint: false}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("network.tie");
    recipe("type: recurrent, tie: none", "subwords: {joint: false}");
  }
}
