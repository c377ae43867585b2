package gloss.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.recipe.ObjectiveRecipe;
import gloss.recipe.RewardTerm;
import gloss.recipe.RiskRecipe;
import gloss.text.InputException;
import gloss.yaml.Named;
import gloss.yaml.RecordReader;
import gloss.yaml.RecordWriter;
import gloss.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What recipes may say of objectives. */
class ObjectivesTest {
  private static ObjectiveRecipe read(String yaml) {
    return new RecordReader(path -> path)
        .read(ObjectiveRecipe.class, YamlFile.parse(yaml, "recipe.yaml"));
  }

  @Test
  void aMetricAloneIsMinimumRisk() {
    RiskRecipe.MinimumRisk risk = (RiskRecipe.MinimumRisk) read("risk: {metric: bleu}").risk();
    assertThat(risk.metric()).containsExactly(new RewardTerm(1, "bleu"));
    assertThat(risk.samples()).isEqualTo(8);
    assertThat(risk.alpha()).isEqualTo(0.005);
    assertThat(risk.mix()).isEqualTo(0.3);
    assertThat(read("").risk()).isEqualTo(new RiskRecipe.None());
  }

  @Test
  void whatIsWrittenIsReadBack() {
    ObjectiveRecipe recipe = read("risk: {metric: [0.25 rougeL, bleu], samples: 3}");
    assertThat(read(RecordWriter.plain(recipe, path -> path))).isEqualTo(recipe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{metric: accuracy}|risk.metric: no metric of texts is called 'accuracy'",
        "{metric: blue}|no metric of texts is called 'blue'; did you mean 'bleu'?",
        "{metric: []}|risk.metric: must not be empty",
        "{metric: -1 bleu}|risk.metric: must be greater than 0, is -1.0",
        "{metric: 1 2 bleu}|expected a metric such as 'bleu'",
        "{samples: 0}|risk.samples: must be at least 2, is 0",
        "{samples: 1}|risk.samples: must be at least 2, is 1",
        "{samples: 0, reference: true}|risk.samples: must be at least 1, is 0",
        "{type: self-critical, samples: 0}|risk.samples: must be at least 1, is 0",
        "{type: reinforce, samples: 1}|risk.samples: must be at least 2, is 1",
        "{samples: 1001}|risk.samples: must be at most 1000, is 1001",
        "{alpha: 0}|risk.alpha: must be greater than 0, is 0.0",
        "{mix: 1}|risk.mix: must be in [0, 1), is 1.0",
        "{temperature: 0}|risk.temperature: must be greater than 0, is 0.0",
        "{after: -1}|risk.after: must be at least 0, is -1",
        "{type: expected-bleu, order: 0}|risk.order: must be at least 1, is 0",
        "{type: expected-bleu, metric: bleu}|risk.metric: unknown key",
        "{reward: {smoothing: add}}|risk.reward.smoothing: unknown name 'add'",
        "{type: minimal-risk}|unknown name 'minimal-risk'; did you mean 'minimum-risk'?"
      })
  void whatCannotBeIsRefusedWithItsKey(String risk, String message) {
    assertThatThrownBy(() -> read("risk: " + risk))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("recipe.yaml:1: ")
        .hasMessageContaining(message);
  }

  @Test
  void theReadmeNamesEveryKind() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("| `objective.risk.type`");
    String table = readme.substring(from, readme.indexOf("\n\n", from));
    Matcher rows = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|").matcher(table);
    List<String> named = rows.results().map(row -> row.group(1)).toList();
    assertThat(named)
        .containsExactlyElementsOf(
            Arrays.stream(RiskRecipe.class.getPermittedSubclasses())
                .map(kind -> kind.getAnnotation(Named.class).value())
                .toList());
  }
}
