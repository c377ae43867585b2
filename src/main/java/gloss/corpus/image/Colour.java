package gloss.corpus.image;

/** What a pixel is made of. */
public enum Colour {
  /** One channel, the luma of ITU-R BT.601: 0.299 red + 0.587 green + 0.114 blue. */
  GREY(1),
  /** Red, green and blue. */
  RGB(3);

  private final int channels;

  Colour(int channels) {
    this.channels = channels;
  }

  /** How many numbers a pixel has. */
  public int channels() {
    return channels;
  }
}
