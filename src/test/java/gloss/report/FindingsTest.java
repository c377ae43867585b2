package gloss.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static List<String> findings(String log) {
    return Findings.of(History.of(TrainingLog.parse(log.replace('\'', '"')).events()));
  }

  private static String course(double[] training, double[] validation) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < training.length; i++) {
      int step = 100 * (i + 1);
      log.append("{'event':'step','step':%d,'loss':%s}\n".formatted(step, training[i]))
          .append("{'event':'validation','step':%d,'loss':%s}\n".formatted(step, validation[i]));
    }
    return log.toString();
  }

  @Test
  void aHealthyRunHasNone() {
    assertThat(findings(course(new double[] {4, 3, 2, 1}, new double[] {4, 3, 2.5, 2.4})))
        .isEmpty();
    assertThat(findings("")).isEmpty();
  }

  @Test
  void driftingApartIsOverfitting() {
    assertThat(findings(course(new double[] {4, 3, 2, 1}, new double[] {4, 3, 3.1, 3.5})))
        .singleElement()
        .asString()
        .contains("from step 200 to 400", "3.000 to 1.000", "3.000 to 3.500");
  }

  @Test
  void aSwingOrOneBadValidationIsNot() {
    assertThat(findings(course(new double[] {4, 3, 2, 1}, new double[] {4, 3, 3.1, 3.1})))
        .isEmpty();
    assertThat(findings(course(new double[] {4, 3, 2}, new double[] {4, 3, 5}))).isEmpty();
  }

  @Test
  void bothRisingIsNotOverfitting() {
    assertThat(findings(course(new double[] {4, 3, 4, 5}, new double[] {4, 3, 4, 5}))).isEmpty();
  }

  @Test
  void outputsThatCollapseAtTheLastValidation() {
    String bad = "{'event':'validation','step':1,'loss':1,'warning':'the outputs collapse: so'}\n";
    String good = "{'event':'validation','step':2,'loss':1,'outputs':{'distinct':0.9}}\n";
    assertThat(findings(bad)).singleElement().asString().contains("the outputs collapse: so.");
    assertThat(findings(bad + good)).isEmpty();
  }

  @Test
  void stepsThatWereLeftOutAreNamedUnlessTheyWereDoneAgain() {
    String one = "{'event':'skipped','step':7,'batch':'lines 3, 9'}\n";
    String two = one + "{'event':'skipped','step':8,'batch':'lines 4, 5'}\n";
    assertThat(findings(one)).singleElement().asString().contains("One step", "7 with lines 3, 9");
    assertThat(findings(two)).singleElement().asString().contains("2 steps", "8 with lines 4, 5");
    assertThat(findings(two + "{'event':'step','step':6,'loss':1}")).isEmpty();
  }

  @Test
  void aLossThatIsNoNumberIsDivergence() {
    assertThat(
            findings(
                """
                {'event':'step','step':1,'loss':4}
                {'event':'step','step':2,'loss':null}
                """))
        .singleElement()
        .asString()
        .contains("not a number at step 2");
  }
}
