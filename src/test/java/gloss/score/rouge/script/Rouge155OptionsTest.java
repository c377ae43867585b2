package gloss.score.rouge.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Rouge155OptionsTest {
  @Test
  void nothingIsRougeLWithTheScriptsDefaults() {
    Rouge155Options options = Rouge155Options.parse("");
    assertThat(options.measures().lcs()).isTrue();
    assertThat(options.measures().maxOrder()).isZero();
    assertThat(options.scoring())
        .isEqualTo(new Scoring(Scoring.Formula.AVERAGE, 0.5, Scoring.Counting.DOCUMENTS));
    assertThat(options.resampling()).isEqualTo(new Rouge155Options.Resamples("95", 1000));
    assertThat(options.reading().limit()).isEqualTo(LengthLimit.none());
  }

  @Test
  void readsOptionsAsPerlDoes() {
    Rouge155Options options =
        Rouge155Options.parse("-a -n4 -mx -w 1.20 -2 -1 -u -c 99.5 -r10 -p.3 -f B -t 1 -l 100");
    assertThat(options.measures())
        .isEqualTo(
            new Rouge155Options.Measures(
                4, false, Optional.of("1.20"), OptionalInt.of(-1), Rouge155Options.Unigrams.WITH));
    assertThat(options.reading().stem()).isTrue();
    assertThat(options.reading().limit()).isEqualTo(new LengthLimit(LengthLimit.Unit.WORDS, 100));
    assertThat(options.scoring())
        .isEqualTo(new Scoring(Scoring.Formula.BEST, 0.3, Scoring.Counting.TOKENS));
    assertThat(options.resampling()).isEqualTo(new Rouge155Options.Resamples("99.5", 10));
    assertThat(Rouge155Options.parse("-e '/a folder/b' -d").reading().data())
        .contains(Path.of("/a folder/b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-q; there is no option -q; known: -n -x",
        "-n; -n lacks its value",
        "-n two; -n takes a whole number, not 'two'",
        "-n -1; -n must be 0 or more",
        "-w 0; -w must be greater than 0",
        "-w NaN; -w must be greater than 0",
        "-c 101; -c must be between 0 and 100",
        "-p 2; -p must be between 0 and 1",
        "-r 0; -r must be 1 or more",
        "-f C; -f takes A",
        "-t 3; -t takes 0",
        "-l 5 -b 5; not both",
        "-3 HM; Basic Elements",
        "-z SPL; one document per line",
        "settings.xml; is no option",
        "-e 'x; is not closed",
        "-; is no option"
      })
  void saysWhatIsWrong(String options, String message) {
    assertThatThrownBy(() -> Rouge155Options.parse(options))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }
}
