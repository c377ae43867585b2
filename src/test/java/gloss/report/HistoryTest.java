package gloss.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HistoryTest {
  private static History history(String log) {
    return History.of(TrainingLog.parse(log.replace('\'', '"')).events());
  }

  @Test
  void aResumedRunReplacesWhatItRepeats() {
    History history =
        history(
            """
            {'event':'start','name':'a'}
            {'event':'step','step':100,'seconds':10,'loss':3}
            {'event':'validation','step':100,'seconds':11,'loss':3.5,'best':true}
            {'event':'step','step':200,'seconds':20,'loss':2}
            {'event':'validation','step':200,'seconds':21,'loss':2.5,'best':true}
            {'event':'step','step':300,'seconds':30,'loss':9}
            {'event':'start','name':'b'}
            {'event':'step','step':150,'seconds':25,'loss':2.5}
            {'event':'step','step':250,'seconds':35,'loss':1.5}
            """);
    assertThat(history.starts()).hasSize(2);
    assertThat(history.start()).hasValueSatisfying(s -> assertThat(s.name()).isEqualTo("b"));
    assertThat(history.steps()).extracting(s -> s.at().step()).containsExactly(100L, 150L, 250L);
    assertThat(history.validations()).extracting(v -> v.at().step()).containsExactly(100L);
    assertThat(history.end()).isEmpty();
  }

  @Test
  void aValidationAtTheStepOfAStepEventStays() {
    String step = "{'event':'step','step':100,'loss':3}\n";
    String validation = "{'event':'validation','step':100,'loss':3}\n";
    for (String log : new String[] {step + validation, validation + step}) {
      assertThat(history(log).steps()).hasSize(1);
      assertThat(history(log).validations()).hasSize(1);
    }
  }

  @Test
  void theClockIsThatOfTheLastEvent() {
    String first = "{'event':'start'}\n{'event':'step','step':1,'seconds':30}\n{'event':'start'}\n";
    assertThat(history(first + "{'event':'step','step':2,'seconds':40}").seconds())
        .isEqualTo(40, within(1e-9));
    // The run was cut off, and goes on from a checkpoint before that.
    assertThat(history(first + "{'event':'step','step':1,'seconds':25}").seconds())
        .isEqualTo(25, within(1e-9));
  }

  @Test
  void aTestScoreReplacesAnEarlierOneAndANewRunForgetsThem() {
    String score = "{'event':'test','set':'news','metric':'BLEU','value':%d}\n";
    assertThat(history(score.formatted(1) + score.formatted(2)).tests())
        .singleElement()
        .extracting(Event.Test::value)
        .isEqualTo(2.0);
    assertThat(history(score.formatted(1) + "{'event':'start'}\n").tests()).isEmpty();
  }

  @Test
  void aRunThatGoesOnAfterItsEndHasNotEnded() {
    String ended = "{'event':'start'}\n{'event':'end','step':5,'reason':'done'}\n";
    assertThat(history(ended).end()).isPresent();
    assertThat(history(ended + "{'event':'start'}\n").end()).isEmpty();
  }

  @Test
  void theBestIsWhatTheEndSaysElseTheLastValidationCalledSo() {
    String validations =
        """
        {'event':'validation','step':10,'loss':2,'best':true,'metrics':{'chrf':40}}
        {'event':'validation','step':20,'loss':3,'best':false,'metrics':{'chrf':30}}
        """;
    assertThat(history(validations).best()).contains(new Event.Best(10, "chrf", 40));
    assertThat(
            history(validations + "{'event':'end','best':{'step':20,'metric':'loss','value':3}}")
                .best())
        .contains(new Event.Best(20, "loss", 3));
    assertThat(history("{'event':'validation','step':5,'loss':2,'best':true}").best())
        .contains(new Event.Best(5, "loss", 2));
  }
}
