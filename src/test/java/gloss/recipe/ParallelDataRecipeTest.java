package gloss.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.corpus.Checksum;
import gloss.corpus.ParallelFiles;
import gloss.corpus.ParallelText;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelDataRecipeTest {
  @TempDir Path folder;

  private ParallelDataRecipe data(String yaml) {
    String recipe = "task: translation\ndata:\n" + yaml.indent(2);
    return ((TranslationRecipe) Recipe.parse(recipe, folder.resolve("recipe.yaml"))).data();
  }

  private void corpus(String... splits) throws IOException {
    StringBuilder card =
        new StringBuilder("name: c\ndescription: d\nlicence: x\nlanguages: [en, fr]\nsplits:\n");
    for (String split : splits) {
      card.append("  ").append(split).append(":\n    count: 1\n    files:\n");
      for (String language : List.of("en", "fr")) {
        Path file = Files.writeString(folder.resolve(split + "." + language), split + language);
        card.append(
            "      %s: {path: %s, sha256: %s}\n"
                .formatted(language, file.getFileName(), Checksum.sha256(file)));
      }
    }
    Files.writeString(folder.resolve("corpus.yaml"), card);
  }

  @Test
  void theSplitsOfACorpusAreThoseOfItsCardTrainAndValidFirst() throws IOException {
    corpus("easy", "valid", "hard", "train");
    ParallelDataRecipe data = data("{corpus: ., source: fr, target: en}");
    assertThat(data.splits().keySet()).containsExactly("train", "valid", "easy", "hard");
    assertThat(data.split("easy"))
        .isEqualTo(ParallelFiles.of(folder.resolve("easy.fr"), folder.resolve("easy.en")));
    assertThat(data.read("hard")).isEqualTo(new ParallelText(List.of("hardfr"), List.of("harden")));
  }

  @Test
  void aCorpusThatWasChangedIsNotRead() throws IOException {
    corpus("train", "valid");
    ParallelDataRecipe data = data("{corpus: ., source: en, target: fr}");
    Files.writeString(folder.resolve("train.en"), "other");
    assertThatThrownBy(() -> data.read("train"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder.resolve("train.en") + ": checksum is ");
    assertThat(data.read("valid").size()).isOne();
  }

  @Test
  void aCorpusNeedsTheSplitsAndTheLanguages() throws IOException {
    corpus("train", "test");
    assertThatThrownBy(() -> data("{corpus: ., source: en, target: fr}").splits())
        .isInstanceOf(InputException.class)
        .hasMessage("c: no split 'valid'; known: train, test");
    corpus("train", "valid");
    assertThatThrownBy(() -> data("{corpus: ., source: en, target: de}").splits())
        .isInstanceOf(InputException.class)
        .hasMessage("c: split 'train' has no language 'de'; known: en, fr");
  }

  @Test
  void filesMayBeNamedWithoutACorpus() throws IOException {
    Files.writeString(folder.resolve("a"), "one\n");
    Files.writeString(folder.resolve("b"), "un\n");
    ParallelDataRecipe data =
        data(
            """
            source: en
            target: fr
            train: {source: [a, a], target: [b, b]}
            valid: {source: a, target: b}
            test: {easy: {source: a, target: b}}
            """);
    assertThat(data.splits().keySet()).containsExactly("train", "valid", "easy");
    assertThat(data.read("train").sources()).containsExactly("one", "one");
    assertThatThrownBy(() -> data.split("esy"))
        .isInstanceOf(InputException.class)
        .hasMessage("no split 'esy'; did you mean 'easy'?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{target: fr, corpus: .} | 2: data.source: missing; it says: code of the language that is read",
        "{source: en, target: fr} | 2: data.train: missing; give 'corpus', or 'train' and 'valid'",
        "{source: en, target: fr, train: {source: a, target: b}} | 2: data.valid: missing; set some lines of 'train' aside for it",
        "{source: en, target: fr, corpus: ., test: {x: {source: a, target: b}}} | 3: data.test: the corpus has its own splits; remove this key, or 'corpus'",
        "{source: en, target: fr, corpus: ., valid: {source: a}} | 3: data.valid.target: missing; it says: file or list of files with as many lines",
        "{source: en, target: fr, train: {source: [], target: b}} | 3: data.train.source: must not be empty",
        "{source: en, target: fr, train: {source: a, target: b}, valid: {source: a, target: b}, test: {valid: {source: a, target: b}}} | 3: data.test.valid: is a name of another split",
      })
  void aMistakeNamesItsLineAndItsKey(String yaml, String message) {
    assertThatThrownBy(() -> data(yaml))
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("recipe.yaml") + ":" + message);
  }
}
