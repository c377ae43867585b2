package gloss.corpus.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class FingerprintTest {
  @Property
  void caseAndWhiteSpaceDoNotCount(
      @ForAll @Size(min = 1, max = 5) List<@CharRange(from = 'a', to = 'z') String> words) {
    String plain = String.join(" ", words);
    String other = "\u3000" + String.join("\t \u00a0", words).toUpperCase(Locale.ROOT) + " \r";
    assertThat(Fingerprint.of(other)).isEqualTo(Fingerprint.of(plain));
  }

  @Property
  void differentTextsDiffer(
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'd') String a,
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'd') String b) {
    assertThat(Fingerprint.of(a) == Fingerprint.of(b)).isEqualTo(a.equals(b));
  }

  @Property
  void whereTheBlanksAreCounts(@ForAll @IntRange(min = 1, max = 5) int at) {
    String text = "abcdef";
    assertThat(Fingerprint.of(text.substring(0, at) + " " + text.substring(at)))
        .isNotEqualTo(Fingerprint.of(text));
  }

  @Property
  void aPairIsMoreThanItsSides(@ForAll long a, @ForAll long b) {
    assertThat(Fingerprint.of(a, b) == Fingerprint.of(b, a)).isEqualTo(a == b);
  }

  @Property
  void whatWasSeenFirstIsRemembered(
      @ForAll @Size(max = 5000) List<@IntRange(max = 3000) Integer> numbers) {
    FirstSeen seen = new FirstSeen();
    Map<Long, Integer> expected = new HashMap<>();
    int line = 0;
    for (int number : numbers) {
      line++;
      // Neighbours in the low bits, so that slots collide.
      long print = (long) number << 40 | number % 7;
      Integer before = expected.putIfAbsent(print, line);
      assertThat(seen.get(print)).isEqualTo(before == null ? 0 : before);
      assertThat(seen.put(print, line)).isEqualTo(before == null ? 0 : before);
    }
    assertThat(seen.size()).isEqualTo(expected.size());
    expected.forEach((print, first) -> assertThat(seen.get(print)).isEqualTo(first));
  }
}
