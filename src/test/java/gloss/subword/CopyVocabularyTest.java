package gloss.subword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyVocabularyTest {
  private static final String TEXT = "The cat (Tom) cost 1,250.50 crowns at 14:30.\nThe end!";

  @TempDir Path folder;

  private static Words words() {
    Words.Learner learner = new Words.Learner(false);
    learner.add("The cat cost crowns at the end. The cat! ( )");
    return learner.learn(100, 1, true);
  }

  private static CopyVocabulary subwords() {
    return new SubwordVocabulary(Subwords.learn(List.of("the cat sat", "the end"), 20));
  }

  @Test
  void wordsThatAreUnknownHaveIdsOfTheirOwnInEachText() {
    Words words = words();
    CopyVocabulary.Reading reading = words.read(TEXT, 100);
    assertThat(reading.unknown()).containsExactly("Tom", ")", " 1,250.50", " 14:30", "\n");
    int[] summary = words.write("cat cost 1,250.50 dollars", reading);
    assertThat(summary[2]).isEqualTo(words.size() + 2);
    assertThat(summary[3]).isEqualTo(Vocabulary.UNK);
    assertThat(words.text(summary, reading)).isEqualTo("cat cost 1,250.50");
    assertThat(words.text(reading.ids(), reading)).isEqualTo(TEXT);
    assertThat(words.read("<unk> Tom", 9).unknown()).contains(" Tom").doesNotContain("<unk>");
  }

  @Test
  void figuresCanBeLeftToCopying() {
    Words.Learner learner = new Words.Learner(false);
    learner.add("a 7 b 7 c 7,5");
    Words words = learner.learn(9, 1, false);
    assertThat(words.read("a 7 7,5", 9).unknown()).containsExactly(" 7", " 7,5");
    assertThat(learner.learn(9, 1, true).read("a 7 7,5", 9).unknown()).isEmpty();
  }

  @Test
  void readingEndsWhereItIsTold() {
    for (CopyVocabulary vocabulary : List.of(words(), subwords())) {
      CopyVocabulary.Reading reading = vocabulary.read(TEXT, 3);
      assertThat(reading.ids()).hasSize(3);
      assertThat(vocabulary.length(TEXT)).isGreaterThan(3);
      assertThat(vocabulary.read(" \n\t", 3).ids()).isEmpty();
    }
  }

  @Property(tries = 300)
  void anyTextComesBackInItsOneForm(@ForAll String text) {
    if (text.codePoints().anyMatch(c -> c >= 0xD800 && c < 0xE000)) {
      return;
    }
    String form = CopyVocabulary.normalized(text);
    assertThat(CopyVocabulary.normalized(form)).isEqualTo(form);
    for (CopyVocabulary vocabulary : List.of(words(), subwords())) {
      CopyVocabulary.Reading reading = vocabulary.read(text, Integer.MAX_VALUE);
      assertThat(vocabulary.text(reading.ids(), reading)).isEqualTo(form);
      assertThat(vocabulary.length(text)).isEqualTo(reading.ids().length);
      assertThat(vocabulary.write(text, reading)).isEqualTo(reading.ids());
      assertThat(Arrays.stream(reading.ids()))
          .allMatch(id -> id >= 4 && id < vocabulary.size() + reading.unknown().size());
    }
  }

  @Test
  void filesComeBackAndHuggingFaceReadsThem() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    for (boolean lowercase : new boolean[] {false, true}) {
      Words.Learner learner = new Words.Learner(lowercase);
      learner.add(TEXT);
      Words words = learner.learn(100, 1, true);
      words.write(file);
      CopyVocabulary read = CopyVocabulary.read(file);
      String text = "  The CAT\n\n cost  14:30 crowns!";
      assertThat(read.read(text, 99).ids()).isEqualTo(words.read(text, 99).ids());
      try (HuggingFaceTokenizer theirs =
          HuggingFaceTokenizer.newInstance(
              file, Map.of("addSpecialTokens", "false", "padding", "false"))) {
        int[] ids =
            Arrays.stream(theirs.encode(text, false, false).getIds())
                .mapToInt(Math::toIntExact)
                .toArray();
        int[] ours =
            Arrays.stream(words.read(text, 99).ids())
                .map(id -> id < words.size() ? id : Vocabulary.UNK)
                .toArray();
        assertThat(ids).isEqualTo(ours);
      }
    }
    subwords().write(file);
    assertThat(CopyVocabulary.read(file).unit()).isEqualTo("subwords");
    Files.writeString(file, "{\"model\": {\"type\": \"WordLevel\", \"vocab\": {\"a\": 0}}}");
    assertThatThrownBy(() -> CopyVocabulary.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is damaged");
    Files.writeString(file, "[");
    assertThatThrownBy(() -> CopyVocabulary.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is damaged");
  }
}
