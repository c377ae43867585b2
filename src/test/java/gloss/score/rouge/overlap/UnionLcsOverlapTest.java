package gloss.score.rouge.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.score.token.Tokenizers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class UnionLcsOverlapTest {
  /** Sentences that are repeated add nothing, so that many must score as few. */
  @Property(tries = 300)
  void manySentencesScoreAsTheirDistinctOnes(
      @ForAll @IntRange(min = 1, max = 12) int words,
      @ForAll @IntRange(min = 1, max = 6) int longest,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<String> few = sentences(random, 8, words, longest);
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      many.addAll(few);
    }
    List<String> reference = sentences(random, 4, words, longest);
    TextReader reader = new TextReader(Tokenizers.NONE, token -> token);
    SentencedText one = read(reader, few);
    SentencedText five = read(reader, many);
    SentencedText text = read(reader, reference);
    UnionLcsOverlap overlap = new UnionLcsOverlap();
    SentencePair counted = new SentencePair(five, text);
    assertThat(overlap.hits(new SentencePair(five, text), counted))
        .isEqualTo(overlap.hits(new SentencePair(one, text), counted));
    assertThat(five.sentences()).isEqualTo(40);
  }

  private static SentencedText read(TextReader reader, List<String> sentences) {
    SentencedText text = new SentencedText();
    reader.read(sentences, text);
    return text;
  }

  private static List<String> sentences(Random random, int count, int words, int longest) {
    String[] sentences = new String[count];
    for (int i = 0; i < count; i++) {
      sentences[i] =
          random
              .ints(random.nextInt(longest + 1), 0, words)
              .mapToObj(word -> "w" + word)
              .collect(Collectors.joining(" "));
    }
    return Arrays.asList(sentences);
  }
}
