package gloss.corpus.image;

/** What lies behind a picture: shines through where it is transparent, and is around it. */
public enum Backdrop {
  /** 255 in all channels. */
  WHITE(255),
  /** 0 in all channels. */
  BLACK(0);

  private final int value;

  Backdrop(int value) {
    this.value = value;
  }

  int value() {
    return value;
  }

  /** A channel of a pixel whose opacity is 0 to 255. */
  int behind(int channel, int opacity) {
    return (channel * opacity + value * (255 - opacity) + 127) / 255;
  }
}
