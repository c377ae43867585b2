package gloss.corpus.image;

import gloss.text.InputException;

/** Brings single pictures to the size and colour of a form. May be used by several threads. */
public final class PictureFitter {
  private final ImageSize size;
  private final Decoder decoder;
  private final Resizer resizer;

  /**
   * A fitter.
   *
   * @param form leaves nothing open
   * @param mostPixels of a picture that is decoded
   */
  public PictureFitter(ImageForm form, long mostPixels) {
    size =
        new ImageSize(
            form.height().orElseThrow(),
            form.width().orElseThrow(),
            form.colour().orElseThrow().channels());
    decoder = new Decoder(form.backdrop(), mostPixels);
    resizer = new Resizer(size.height(), size.width(), form.fit(), form.backdrop());
  }

  /** The size of all pictures that come of it. */
  public ImageSize size() {
    return size;
  }

  /**
   * The pixels of a picture, row by row, the channels of a pixel side by side.
   *
   * @param name of the picture in messages
   * @param file what its file holds: PNG, JPEG, GIF, BMP or TIFF
   * @throws InputException if that is no picture, or half of one
   */
  public byte[] pixels(String name, byte[] file) {
    try {
      return resizer.resize(decoder.decode(file)).in(size.colour()).pixels();
    } catch (DamagedImage e) {
      throw new InputException(name + ": " + e.getMessage(), e);
    }
  }
}
