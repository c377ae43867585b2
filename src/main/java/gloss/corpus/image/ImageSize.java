package gloss.corpus.image;

/**
 * The size that all pictures of a set have.
 *
 * @param height rows
 * @param width columns
 * @param channels 1 for grey, 3 for red, green and blue
 */
public record ImageSize(int height, int width, int channels) {
  /** Fails for what is no size. */
  public ImageSize {
    if (height < 1 || width < 1 || (channels != 1 && channels != 3)) {
      throw new IllegalArgumentException(
          "no size of a picture: " + height + " × " + width + " × " + channels);
    }
    Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  /** Numbers in a picture: height · width · channels. */
  public int length() {
    return height * width * channels;
  }

  /** The name of the channels. */
  public Colour colour() {
    return channels == 1 ? Colour.GREY : Colour.RGB;
  }

  /** Such as {@code 28 × 28, grey}. */
  @Override
  public String toString() {
    return height + " × " + width + ", " + (channels == 1 ? "grey" : "colour");
  }
}
