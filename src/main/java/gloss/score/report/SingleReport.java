package gloss.score.report;

import gloss.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The scores of one system. */
public final class SingleReport {
  private final Layout layout;

  /** Writes in a layout. */
  public SingleReport(Layout layout) {
    this.layout = layout;
  }

  /** The report, without a line end; several lines of text are aligned at their first "=". */
  public String of(List<Score> scores) {
    List<String> texts = scores.stream().map(layout::score).toList();
    if (layout.format() == Layout.Format.JSON) {
      return json(texts);
    }
    List<String> lines = texts.size() == 1 ? texts : aligned(texts);
    return lines.stream().map(this::emphasized).collect(Collectors.joining("\n"));
  }

  /** One object as it is, several as a list. */
  static String json(List<String> objects) {
    return objects.size() == 1 ? objects.get(0) : "[\n" + String.join(",\n", objects) + "\n]";
  }

  /** Lines without "=" come first, as they are. */
  private static List<String> aligned(List<String> texts) {
    List<String> lines = new ArrayList<>();
    texts.stream().filter(text -> text.indexOf('=') < 0).forEach(lines::add);
    List<String> parted = texts.stream().filter(text -> text.indexOf('=') >= 0).toList();
    int width = parted.stream().mapToInt(SingleReport::head).max().orElse(0);
    for (String text : parted) {
      lines.add(" ".repeat(width - head(text)) + text);
    }
    return lines;
  }

  private static int head(String text) {
    return text.codePointCount(0, text.indexOf('='));
  }

  private String emphasized(String line) {
    int start = line.indexOf("(μ = ");
    int end = line.indexOf(')', Math.max(0, start));
    if (start < 0 || end < 0) {
      return line;
    }
    String interval = line.substring(start, end + 1);
    return line.substring(0, start) + layout.palette().cyan(interval) + line.substring(end + 1);
  }
}
