package gloss.score.report;

/** Colours for terminals, or none. */
public enum Palette {
  /** Text as it is. */
  PLAIN {
    @Override
    String paint(String code, String text) {
      return text;
    }
  },
  /** ANSI escape sequences. */
  ANSI {
    @Override
    String paint(String code, String text) {
      return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  };

  abstract String paint(String code, String text);

  String red(String text) {
    return paint("31", text);
  }

  String green(String text) {
    return paint("32", text);
  }

  String yellow(String text) {
    return paint("33", text);
  }

  String cyan(String text) {
    return paint("36", text);
  }

  /** How many columns a text takes: its code points without escape sequences. */
  static int columns(String text) {
    String visible = text.indexOf('\u001b') < 0 ? text : text.replaceAll("\u001b\\[[0-9]+m", "");
    return visible.codePointCount(0, visible.length());
  }
}
