package gloss.cli;

import gloss.corpus.image.Backdrop;
import gloss.corpus.image.Colour;
import gloss.corpus.image.Damage;
import gloss.corpus.image.Fit;
import gloss.corpus.image.ImageFiles;
import gloss.corpus.image.ImageForm;
import gloss.corpus.image.ImageSet;
import gloss.corpus.image.LabelledReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws pictures with letters, 28 columns wide. */
final class Pictures {
  /**
   * From dark to bright; a letter is about twice as high as wide, so that every other row is drawn.
   */
  private static final String SHADES = " .:-=+*#%@";

  private static final ImageForm FORM =
      new ImageForm(
          Optional.of(28), Optional.of(28), Optional.of(Colour.GREY), Fit.PAD, Backdrop.BLACK);

  private Pictures() {}

  /** The first pictures of a split, each under its class. */
  static List<String> first(ImageFiles files, List<String> classes, int count) throws IOException {
    ImageSet set = new LabelledReader(FORM, Optional.of(classes), new Damage(false)).read(files);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(count, set.count()); i++) {
      lines.add("");
      lines.add("  " + classes.get(set.labels()[i]));
      draw(set, i, lines);
    }
    return lines;
  }

  private static void draw(ImageSet set, int row, List<String> lines) {
    int width = set.size().width();
    for (int y = 1; y < set.size().height(); y += 2) {
      StringBuilder drawn = new StringBuilder("  ");
      for (int x = 0; x < width; x++) {
        int shade = set.pixels()[row][y * width + x] & 0xff;
        drawn.append(SHADES.charAt(shade * SHADES.length() / 256));
      }
      lines.add(drawn.toString().stripTrailing());
    }
  }
}
