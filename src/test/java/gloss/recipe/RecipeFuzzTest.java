package gloss.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.text.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Damaged recipes are the user's mistake, never a failure of the program. */
class RecipeFuzzTest {
  private static final String EXAMPLE = Recipe.example("translation");
  private static final String NOISE = ":#{}[],&*!|>'\"%@`-?~\t\n 0.e+\u0000\uFEFF\uD800\u0085é";

  private static void readOrSayWhy(String yaml) {
    try {
      Recipe.parse(yaml, Path.of("recipe.yaml"));
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith("recipe.yaml").message().doesNotContain("\n");
    }
  }

  @Property(tries = 1000)
  void aRecipeWithWrongCharacters(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 3000) Integer> places,
      @ForAll @IntRange(max = 28) int first) {
    StringBuilder yaml = new StringBuilder(EXAMPLE);
    int next = first;
    for (int place : places) {
      yaml.insert(place % yaml.length(), NOISE.charAt(next++ % NOISE.length()));
    }
    readOrSayWhy(yaml.toString());
  }

  @Property(tries = 1000)
  void aRecipeWithLinesInTheWrongPlace(
      @ForAll @IntRange(max = 99) int from, @ForAll @IntRange(max = 99) int to) {
    List<String> lines = new ArrayList<>(EXAMPLE.lines().toList());
    String line = lines.remove(from % lines.size());
    lines.add(to % lines.size(), line);
    readOrSayWhy(String.join("\n", lines));
  }

  @Property(tries = 1000)
  void aRecipeThatEndsTooEarly(@ForAll @IntRange(max = 6000) int length) {
    readOrSayWhy(EXAMPLE.substring(0, length % EXAMPLE.length()));
  }

  @Property(tries = 1000)
  void noRecipeAtAll(@ForAll @StringLength(max = 60) String text) {
    readOrSayWhy(text);
  }
}
