package gloss.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void escapesWhatHtmlGivesAMeaning() {
    assertThat(Html.escape("<a href=\"x\" id='y'>&amp;</a>"))
        .isEqualTo("&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
    assertThat(Html.escape("où 😀")).isEqualTo("où 😀");
  }

  @Test
  void numbersHaveAboutFourDigits() {
    assertThat(Html.number(0)).isEqualTo("0.000");
    assertThat(Html.number(2.10449)).isEqualTo("2.104");
    assertThat(Html.number(88.1)).isEqualTo("88.10");
    assertThat(Html.number(-0.0005)).isEqualTo("-0.00050");
    assertThat(Html.number(3e-5)).isEqualTo("3.00e-05");
    assertThat(Html.number(5400.4)).isEqualTo("5\u202f400");
    assertThat(Html.number(2e12)).isEqualTo("2.00e+12");
    assertThat(Html.number(Double.NaN)).isEqualTo("–");
  }

  @Test
  void durationsAreReadByPeople() {
    assertThat(Html.duration(12.14)).isEqualTo("12.1 s");
    assertThat(Html.duration(201.5)).isEqualTo("3 min 21 s");
    assertThat(Html.duration(7512)).isEqualTo("2 h 05 min");
    assertThat(Html.duration(Double.NaN)).isEqualTo("–");
  }
}
