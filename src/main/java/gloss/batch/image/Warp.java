package gloss.batch.image;

import gloss.corpus.image.ImageSize;

/**
 * An affine map from the pixels of a new picture, seen from its middle, to places in the old one;
 * values between pixels are interpolated linearly.
 *
 * @param x how far right one goes in the old picture for a pixel to the right, and for one down
 * @param y how far down
 * @param middleX where the middle of the new picture is in the old one
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one picture.
record Warp(double[] x, double[] y, double middleX, double middleY) {
  void apply(byte[] picture, ImageSize size, byte[] target, int at) {
    int to = at;
    for (int row = 0; row < size.height(); row++) {
      double v = row + 1 / 2.0 - size.height() / 2.0;
      for (int column = 0; column < size.width(); column++) {
        double u = column + 1 / 2.0 - size.width() / 2.0;
        double oldX = middleX + x[0] * u + x[1] * v - 1 / 2.0;
        double oldY = middleY + y[0] * u + y[1] * v - 1 / 2.0;
        sample(picture, size, inside(oldX, size.width()), inside(oldY, size.height()), target, to);
        to += size.channels();
      }
    }
  }

  private static float inside(double place, int size) {
    return (float) Math.max(0, Math.min(size - 1, place));
  }

  private static void sample(
      byte[] picture, ImageSize size, float x, float y, byte[] target, int to) {
    int left = (int) x;
    int top = (int) y;
    float right = x - left;
    float below = y - top;
    int channels = size.channels();
    int stepX = left + 1 < size.width() ? channels : 0;
    int stepY = top + 1 < size.height() ? size.width() * channels : 0;
    int from = (top * size.width() + left) * channels;
    for (int c = 0; c < channels; c++) {
      float a = picture[from + c] & 0xff;
      float b = picture[from + stepX + c] & 0xff;
      float d = picture[from + stepY + c] & 0xff;
      float e = picture[from + stepY + stepX + c] & 0xff;
      float upper = a + right * (b - a);
      float lower = d + right * (e - d);
      target[to + c] = (byte) (upper + below * (lower - upper) + 0.5f);
    }
  }
}
