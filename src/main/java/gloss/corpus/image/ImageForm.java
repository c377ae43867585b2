package gloss.corpus.image;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.util.Optional;

/** What pictures are made into before a network sees them. */
public record ImageForm(
    @Doc("rows of pixels; by default those of the first picture") Optional<Integer> height,
    @Doc("columns of pixels; by default those of the first picture") Optional<Integer> width,
    @Doc("grey or rgb; by default grey if all training pictures are grey") Optional<Colour> colour,
    @Doc("how pictures of another shape get into the size: crop, pad or stretch") @Default("crop")
        Fit fit,
    @Doc("what shines through where pictures are transparent, and is around them: white or black")
        @Default("white")
        Backdrop backdrop) {
  private static final int MOST = 4096;

  /** Fails for what is no size. */
  public ImageForm {
    height.ifPresent(rows -> check("height", rows));
    width.ifPresent(columns -> check("width", columns));
    Check.that(height.isPresent() == width.isPresent(), "height", "needs 'width', and width it");
  }

  private static void check(String key, int size) {
    Check.atLeast(key, size, 1);
    Check.that(size <= MOST, key, "must be at most " + MOST + ", is " + size);
  }

  /** Pictures as they are, if the first is as all the others. */
  public static ImageForm asIs() {
    return new ImageForm(
        Optional.empty(), Optional.empty(), Optional.empty(), Fit.CROP, Backdrop.WHITE);
  }

  /** The same, with everything that was left open. */
  public ImageForm as(ImageSize size) {
    return new ImageForm(
        Optional.of(size.height()),
        Optional.of(size.width()),
        Optional.of(size.colour()),
        fit,
        backdrop);
  }
}
