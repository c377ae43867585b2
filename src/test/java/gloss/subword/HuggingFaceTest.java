package gloss.subword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import gloss.text.LineReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The independent second opinion: Hugging Face's tokenizers reads what we write. */
class HuggingFaceTest {
  private static final List<String> LINES =
      List.of(
          "The cat sat on the mat, the cat sat on 12 mats.",
          "Der Hund saß auf der Matte; 12 Hunde saßen auf den Matten.",
          "naïve café — 日本語の文 日本語",
          "the cat   sat\ton  the mat");

  private static final Map<String, String> OPTIONS =
      Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

  @TempDir Path folder;

  private HuggingFaceTokenizer load(Subwords subwords) throws Exception {
    Path file = folder.resolve("tokenizer.json");
    subwords.write(file);
    return HuggingFaceTokenizer.newInstance(file, OPTIONS);
  }

  private static int[] encode(HuggingFaceTokenizer tokenizer, String text) {
    return Arrays.stream(tokenizer.encode(text, false, false).getIds())
        .mapToInt(Math::toIntExact)
        .toArray();
  }

  private static void assertAgree(Subwords ours, HuggingFaceTokenizer theirs, String text) {
    int[] ids = ours.encode(text);
    assertThat(encode(theirs, text)).as("ids of '%s'", text).isEqualTo(ids);
    long[] longs = Arrays.stream(ids).asLongStream().toArray();
    assertThat(theirs.decode(longs, true)).isEqualTo(text);
  }

  @Test
  void givesTheSameIdsOnTextOfAllKinds() throws Exception {
    Subwords subwords = Subwords.learn(LINES, 100);
    try (HuggingFaceTokenizer tokenizer = load(subwords)) {
      for (String line : LINES) {
        assertAgree(subwords, tokenizer, line);
      }
      for (String text :
          List.of(
              "", " ", "  a", "a \t\n b\u2028", "\0", "\uFEFFx", "e\u0301", "😀1²Ⅷ", "a\u001Fb")) {
        assertAgree(subwords, tokenizer, text);
      }
    }
  }

  @Test
  void giveTheSameIdsOnRandomStrings() throws Exception {
    Subwords subwords = Subwords.learn(LINES, 100);
    Random random = new Random(3);
    try (HuggingFaceTokenizer tokenizer = load(subwords)) {
      for (int i = 0; i < 2_000; i++) {
        assertAgree(subwords, tokenizer, RandomText.line(random, 40));
      }
    }
  }

  /** Few letters, many merges: here symbols come about in several ways. */
  @Test
  void giveTheSameIdsWhereMergesCollide() throws Exception {
    Random random = new Random(4);
    for (int round = 0; round < 20; round++) {
      List<String> lines = RandomText.lines(random, 30, "ab", 30);
      Subwords subwords = Subwords.learn(lines, 150);
      try (HuggingFaceTokenizer tokenizer = load(subwords)) {
        for (String line : RandomText.lines(random, 100, "ab", 60)) {
          assertAgree(subwords, tokenizer, line);
        }
      }
    }
  }

  /** The JDK replaces an encoded surrogate by one U+FFFD, Rust by three. */
  private static String squeezed(String text) {
    return text.replaceAll("\uFFFD+", "\uFFFD");
  }

  @Test
  void takesInvalidBytesAsWeDo() throws Exception {
    Subwords subwords = Subwords.learn(LINES, 50);
    Random random = new Random(5);
    try (HuggingFaceTokenizer tokenizer = load(subwords)) {
      for (int i = 0; i < 2_000; i++) {
        int[] ids = random.ints(12, 0, subwords.vocabulary().size()).toArray();
        String theirs = tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), true);
        assertThat(squeezed(subwords.decode(ids))).isEqualTo(squeezed(theirs));
      }
    }
  }

  @Test
  void takesTheLookOfASpecialTokenForOneAsWeDoNot() throws Exception {
    Subwords subwords = Subwords.learn(LINES, 50);
    try (HuggingFaceTokenizer tokenizer = load(subwords)) {
      assertThat(encode(tokenizer, "</s>")).containsExactly(Vocabulary.EOS);
      assertThat(subwords.encode("</s>")).doesNotContain(Vocabulary.EOS);
    }
  }

  @Test
  void givesTheSameIdsOnRealText() throws Exception {
    String shared = System.getenv("GLOSS_SHARED");
    assumeTrue(shared != null, "GLOSS_SHARED is not set: not compared on Multi30k");
    Path data = Path.of(shared, "data", "multi30k-ende");
    assumeTrue(Files.isDirectory(data), "Multi30k is not there");
    List<String> german = LineReader.readAll(data.resolve("val.de.gz"));
    Subwords subwords = Subwords.learn(german, 2_000);
    try (HuggingFaceTokenizer tokenizer = load(subwords)) {
      german.forEach(line -> assertAgree(subwords, tokenizer, line));
      LineReader.readAll(data.resolve("test_2016_flickr.en.gz"))
          .forEach(line -> assertAgree(subwords, tokenizer, line));
    }
  }
}
