package gloss.score.chrf;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.score.Segment;
import gloss.text.LowerCase;
import gloss.text.WhiteSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Against counting with maps of strings. */
class ChrfCounterTest {
  /** Texts of any script, half characters among them, empty and of white space only. */
  @Provide
  static Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "a", "b", "ab", " ", "\t", "\u00a0", "\u2028", "\u200b", ".", "(", "A", "İ", "Σ"),
            Arbitraries.of("e\u0301", "\u0301", "é", "中", "文", "\ud83d\ude00", "\ud83d", "\ude00"),
            Arbitraries.strings().ofLength(1));
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
        pieces.list().ofMinSize(50).ofMaxSize(300).map(list -> String.join("", list)),
        Arbitraries.of("", " ", " \t\u3000"));
  }

  @Provide
  Arbitrary<Chrf> settings() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 7),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(
            (characters, words, lowercase, whitespace) ->
                Chrf.builder()
                    .charOrder(characters)
                    .wordOrder(words)
                    .lowercase(lowercase)
                    .whitespace(whitespace)
                    .build());
  }

  @Property
  void asCountedByMaps(
      @ForAll("settings") Chrf chrf,
      @ForAll("texts") String hypothesis,
      @ForAll("texts") String one,
      @ForAll("texts") String two) {
    assertThat(chrf.statistics(Segment.of(hypothesis, one)))
        .containsExactly(counted(chrf, hypothesis, one));
    double[] first = counted(chrf, hypothesis, one);
    double[] second = counted(chrf, hypothesis, two);
    assertThat(chrf.statistics(Segment.of(hypothesis, one, two)))
        .containsExactly(chrf.value(second) > chrf.value(first) ? second : first);
  }

  @Property
  void identicalTextsShareEverything(@ForAll("texts") String text) {
    double[] counts = Chrf.builder().wordOrder(2).build().statistics(Segment.of(text, text));
    for (int i = 0; i < counts.length; i += 3) {
      assertThat(counts[i + 2]).isEqualTo(counts[i]).isEqualTo(counts[i + 1]);
    }
  }

  private static double[] counted(Chrf chrf, String hypothesis, String reference) {
    List<Double> counts = new ArrayList<>();
    List<String> texts = List.of(hypothesis, reference);
    List<List<String>> characters = texts.stream().map(text -> characters(chrf, text)).toList();
    List<List<String>> words = texts.stream().map(text -> words(chrf, text)).toList();
    for (int n = 1; n <= chrf.charOrder(); n++) {
      count(characters, n, counts);
    }
    for (int n = 1; n <= chrf.wordOrder(); n++) {
      count(words, n, counts);
    }
    return counts.stream().mapToDouble(x -> x).toArray();
  }

  private static void count(List<List<String>> texts, int order, List<Double> counts) {
    Map<List<String>, Integer> ours = grams(texts.get(0), order);
    Map<List<String>, Integer> theirs = grams(texts.get(1), order);
    counts.add(theirs.isEmpty() ? 0 : sum(ours));
    counts.add(sum(theirs));
    ours.replaceAll((gram, count) -> Math.min(count, theirs.getOrDefault(gram, 0)));
    counts.add(sum(ours));
  }

  private static double sum(Map<List<String>, Integer> counts) {
    return counts.values().stream().mapToInt(x -> x).sum();
  }

  private static Map<List<String>, Integer> grams(List<String> text, int order) {
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int i = 0; i + order <= text.size(); i++) {
      counts.merge(text.subList(i, i + order), 1, Integer::sum);
    }
    return counts;
  }

  private static List<String> characters(Chrf chrf, String text) {
    return cased(chrf, text)
        .codePoints()
        .filter(c -> chrf.whitespace() || !WhiteSpace.is(c))
        .mapToObj(Character::toString)
        .toList();
  }

  private static List<String> words(Chrf chrf, String text) {
    List<String> words = new ArrayList<>();
    for (String word : WhiteSpace.split(cased(chrf, text))) {
      int last = word.length() - 1;
      if (last > 0 && isPunctuation(word.charAt(last))) {
        words.addAll(List.of(word.substring(0, last), word.substring(last)));
      } else if (last > 0 && isPunctuation(word.charAt(0))) {
        words.addAll(List.of(word.substring(0, 1), word.substring(1)));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean isPunctuation(char c) {
    return "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".indexOf(c) >= 0;
  }

  private static String cased(Chrf chrf, String text) {
    return chrf.lowercase() ? LowerCase.of(text) : text;
  }
}
