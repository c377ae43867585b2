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

  private static String samples(String... outputs) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < outputs.length; i++) {
      list.append(i == 0 ? "" : ",")
          .append(
              "{'source':'s%d','reference':'r%d','hypothesis':'%s'}".formatted(i, i, outputs[i]));
    }
    return "{'event':'validation','step':1,'loss':1,'samples':[" + list + "]}";
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
  void outputsThatAreAllTheSameAreACollapse() {
    assertThat(findings(samples("x", "x", "x"))).singleElement().asString().contains("the same");
    assertThat(findings(samples("", "", ""))).singleElement().asString().contains("are empty");
    assertThat(findings(samples("x", "x", "y"))).isEmpty();
    assertThat(findings(samples("x", "x"))).isEmpty();
  }

  @Test
  void oneWordOverAndOverIsNoticed() {
    assertThat(findings(samples("the the the the the the the cat")))
        .singleElement()
        .asString()
        .contains("repeats one word");
    assertThat(findings(samples("the cat and the dog and the bird sing"))).isEmpty();
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
