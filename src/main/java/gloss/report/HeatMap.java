package gloss.report;

import gloss.explain.Line;
import gloss.explain.Token;
import java.util.List;

/** A line with its reference as a heat map of the tokens' losses. */
final class HeatMap {
  /** The loss from which on a token is as hot as can be, in nats. */
  private static final double HOTTEST = 6;

  private static final int STRONGEST = 85;

  private HeatMap() {}

  static String legend() {
    StringBuilder html = new StringBuilder("<p class=\"facts legend\">Loss of a token: ");
    for (int nats = 0; nats <= HOTTEST; nats += 2) {
      html.append("<span class=\"t\" style=\"--h:")
          .append(heat(nats))
          .append("\">")
          .append(nats)
          .append(nats == HOTTEST ? " and more" : "")
          .append("</span>");
    }
    return html.append(
            " nats; <span class=\"t no\" style=\"--h:0\">dotted</span> where the model would have"
                + " said something else: rest on a token to see what. Above the output's words"
                + " stands the word of the source that each looks at most.</p>\n")
        .toString();
  }

  static String of(Line line) {
    return "<article class=\"line\"><h3>Line "
        + Html.whole(line.number())
        + "<small>"
        + Html.number(line.mean())
        + " nats a token, "
        + Html.number(line.loss())
        + " in all</small></h3><dl>"
        + part("source", Html.escape(line.source()))
        + part("reference", tokens(line.tokens()))
        + part("output", output(line))
        + "</dl></article>\n";
  }

  static String part(String name, String html) {
    return "<dt>"
        + name
        + "</dt><dd dir=\"auto\">"
        + (html.isBlank() ? "<em>empty</em>" : html)
        + "</dd>";
  }

  static String tokens(List<Token> tokens) {
    StringBuilder html = new StringBuilder();
    for (Token token : tokens) {
      html.append("<span class=\"t")
          .append(token.isRight() ? "" : " no")
          .append("\" style=\"--h:")
          .append(heat(token.loss()))
          .append("\" title=\"")
          .append(Html.escape(title(token)))
          .append("\">")
          .append(Html.escape(token.text()))
          .append("</span>");
    }
    return html.toString();
  }

  private static String title(Token token) {
    String about =
        "loss " + Html.number(token.loss()) + ", p " + Page.percent(Math.exp(-token.loss()));
    return token.isRight()
        ? about
        : about
            + "; the model would say '"
            + token.predicted()
            + "' ("
            + Page.percent(token.confidence())
            + ")";
  }

  private static long heat(double loss) {
    return Math.round(STRONGEST * Math.min(1, loss / HOTTEST));
  }

  private static String output(Line line) {
    if (line.looksAt().isEmpty()) {
      return Html.escape(line.output());
    }
    StringBuilder html = new StringBuilder();
    String[] words = line.output().split("\\s+", -1);
    for (int i = 0; i < words.length; i++) {
      String at = i < line.looksAt().size() ? line.looksAt().get(i) : "";
      html.append("<ruby>")
          .append(Html.escape(words[i]))
          .append("<rt>")
          .append(Html.escape(at))
          .append("</rt></ruby> ");
    }
    return html.toString();
  }
}
