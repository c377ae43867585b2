package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** How training pictures are changed, anew in each epoch; what is valid is not changed. */
public record AugmentRecipe(
    @Doc("most pixels that a picture is shifted by, in each direction") @Default("0") int shift,
    @Doc("share of pictures that are mirrored, left and right") @Default("0.0") double flip,
    @Doc("smallest share of the area that is cut out and made large again; 1: no cropping")
        @Default("1.0")
        double crop,
    @Doc("most degrees that a picture is rotated by, either way") @Default("0.0") double rotate,
    @Doc("side of a square that is made blank, in pixels; 0: none (DeVries and Taylor 2017)")
        @Default("0")
        int cutOut,
    @Doc(
            "mixes each picture and its class with another's; alpha of the Beta distribution of the"
                + " shares, such as 0.2; 0: no mixing (Zhang et al. 2018)")
        @Default("0.0")
        double mixUp) {
  /** Fails for values out of range. */
  public AugmentRecipe {
    Check.atLeast("shift", shift, 0);
    Check.share("flip", flip);
    Check.that(crop > 0 && crop <= 1, "crop", "must be above 0 and at most 1, is " + crop);
    Check.that(rotate >= 0 && rotate <= 180, "rotate", "must be 0 to 180, is " + rotate);
    Check.atLeast("cut-out", cutOut, 0);
    Check.that(mixUp >= 0 && mixUp <= 1, "mix-up", "must be 0 to 1, is " + mixUp);
  }

  /** Pictures stay what they are. */
  public static AugmentRecipe none() {
    return new AugmentRecipe(0, 0, 1, 0, 0, 0);
  }
}
