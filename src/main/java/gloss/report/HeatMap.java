package gloss.report;

import gloss.explain.Line;
import gloss.explain.Token;
import gloss.explain.Written;
import java.util.List;
import java.util.stream.Collectors;

/** A line with its reference as a heat map of the tokens' losses. */
final class HeatMap {
  /** The loss from which on a token is as hot as can be, in nats. */
  private static final double HOTTEST = 6;

  private static final int STRONGEST = 85;
  private static final int MOST_WORDS = 100;
  private static final int FIRST_WORDS = 25;

  private HeatMap() {}

  /** {@code copies} where the model can copy. */
  static String legend(boolean copies) {
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
                + " said something else: rest on a token to see what. "
                + (copies
                    ? "In the output <span class=\"copied\">copied</span> words are marked; above"
                        + " the others, which the model made,"
                    : "Above the output's words")
                + " stands the word of the source that each looks at most. Open the attention to"
                + " see all that a written word, a row, looks at: the stronger a cell's colour, the"
                + " larger the share; shares below 2 % are left out, and words of the source that"
                + " have no larger one.</p>\n")
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
        + part("source", source(line.source()))
        + part("reference", tokens(line.tokens()))
        + line.references().stream()
            .skip(1)
            .map(other -> part("or", Html.escape(other)))
            .collect(Collectors.joining())
        + part("output", output(line))
        + attention("attention", line)
        + "</dl></article>\n";
  }

  /** Nothing where it is not known. */
  static String attention(String name, Line line) {
    String map = AttentionMap.of(line);
    return map.isEmpty() ? "" : part(name, map);
  }

  /** A long one is folded. */
  static String source(String text) {
    String[] parts = text.strip().split("\\s+", -1);
    if (parts.length <= MOST_WORDS) {
      return Html.escape(text);
    }
    return "<details><summary>"
        + Html.escape(String.join(" ", List.of(parts).subList(0, FIRST_WORDS)))
        + " … ("
        + Html.whole(parts.length)
        + " words)</summary>"
        + Html.escape(text)
        + "</details>";
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
    if (line.written().isEmpty()) {
      return Html.escape(line.output());
    }
    StringBuilder html = new StringBuilder();
    line.written().forEach(piece -> html.append(piece(piece)));
    return html.toString();
  }

  private static String piece(Written piece) {
    String text = piece.text().strip();
    String space = piece.text().startsWith(" ") ? " " : "";
    if (text.isEmpty()) {
      return piece.text().contains("\n") ? "<br>" : space;
    }
    if (piece.isCopied()) {
      return space
          + "<span class=\"copied\" title=\""
          + Page.percent(piece.copied())
          + " copied\">"
          + Html.escape(text)
          + "</span>";
    }
    if (piece.looksAt().isEmpty() || (piece.copied() >= 0 && piece.looksAt().equals(text))) {
      return space + Html.escape(text);
    }
    return space
        + "<ruby>"
        + Html.escape(text)
        + "<rt>"
        + Html.escape(piece.looksAt())
        + "</rt></ruby>";
  }
}
