package gloss.corpus.image;

import java.util.Arrays;

/**
 * Brings pictures to a size, with the triangle filter: a new pixel is the weighted mean of the old
 * ones around it, of all that it covers where the picture is made smaller (bilinear interpolation
 * with antialiasing; Heckbert 1989).
 */
final class Resizer {
  private final int height;
  private final int width;
  private final Fit fit;
  private final Backdrop backdrop;

  /** A resizer to so many rows and columns. */
  Resizer(int height, int width, Fit fit, Backdrop backdrop) {
    this.height = height;
    this.width = width;
    this.fit = fit;
    this.backdrop = backdrop;
  }

  /** The picture in the size. */
  Picture resize(Picture picture) {
    if (picture.height() == height && picture.width() == width) {
      return picture;
    }
    double down = (double) picture.height() / height;
    double across = (double) picture.width() / width;
    return switch (fit) {
      case STRETCH -> scaled(picture, height, width, down, across);
      case CROP -> {
        double step = Math.min(down, across);
        yield scaled(picture, height, width, step, step);
      }
      case PAD -> {
        double step = Math.max(down, across);
        int rows = inside(picture.height() / step, height);
        int columns = inside(picture.width() / step, width);
        yield padded(
            scaled(
                picture,
                rows,
                columns,
                (double) picture.height() / rows,
                (double) picture.width() / columns));
      }
    };
  }

  private static int inside(double size, int most) {
    return Math.min(most, Math.max(1, (int) Math.round(size)));
  }

  /** The middle of a picture, old pixels {@code down} and {@code across} for each new one. */
  private static Picture scaled(
      Picture picture, int rows, int columns, double down, double across) {
    int channels = picture.channels();
    float[] wide = new float[picture.height() * columns * channels];
    Filter filter = new Filter(picture.width(), columns, across);
    for (int y = 0; y < picture.height(); y++) {
      int from = y * picture.width() * channels;
      for (int x = 0; x < columns; x++) {
        for (int c = 0; c < channels; c++) {
          float sum = 0;
          for (int i = filter.first[x]; i < filter.last[x]; i++) {
            sum +=
                filter.weights[x][i - filter.first[x]]
                    * (picture.pixels()[from + i * channels + c] & 0xff);
          }
          wide[(y * columns + x) * channels + c] = sum;
        }
      }
    }
    return new Picture(
        rows,
        columns,
        channels,
        columnwise(wide, picture.height(), rows, columns * channels, down));
  }

  private static byte[] columnwise(float[] wide, int old, int rows, int stride, double down) {
    byte[] pixels = new byte[rows * stride];
    Filter filter = new Filter(old, rows, down);
    float[] sums = new float[stride];
    for (int y = 0; y < rows; y++) {
      Arrays.fill(sums, 0.5f);
      for (int i = filter.first[y]; i < filter.last[y]; i++) {
        float weight = filter.weights[y][i - filter.first[y]];
        for (int x = 0; x < stride; x++) {
          sums[x] += weight * wide[i * stride + x];
        }
      }
      for (int x = 0; x < stride; x++) {
        pixels[y * stride + x] = (byte) Math.min(255, (int) sums[x]);
      }
    }
    return pixels;
  }

  private Picture padded(Picture inner) {
    int channels = inner.channels();
    byte[] pixels = new byte[height * width * channels];
    Arrays.fill(pixels, (byte) backdrop.value());
    int top = (height - inner.height()) / 2;
    int left = (width - inner.width()) / 2;
    int row = inner.width() * channels;
    for (int y = 0; y < inner.height(); y++) {
      System.arraycopy(inner.pixels(), y * row, pixels, ((top + y) * width + left) * channels, row);
    }
    return new Picture(height, width, channels, pixels);
  }

  /** For each new place the old ones that count, first to last, and how much. */
  private static final class Filter {
    final int[] first;
    final int[] last;
    final float[][] weights;

    Filter(int old, int size, double step) {
      first = new int[size];
      last = new int[size];
      weights = new float[size][];
      double reach = Math.max(1, step);
      double offset = (old - size * step) / 2;
      for (int i = 0; i < size; i++) {
        double centre = offset + (i + 1 / 2.0) * step;
        first[i] = Math.max(0, (int) Math.floor(centre - reach + 1 / 2.0));
        last[i] = Math.min(old, (int) Math.floor(centre + reach + 1 / 2.0));
        weights[i] = weights(first[i], last[i], centre, reach);
      }
    }

    private static float[] weights(int first, int last, double centre, double reach) {
      double[] weights = new double[last - first];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = Math.max(0, 1 - Math.abs(first + i + 1 / 2.0 - centre) / reach);
      }
      double sum = Arrays.stream(weights).sum();
      float[] shares = new float[weights.length];
      for (int i = 0; i < shares.length; i++) {
        shares[i] = (float) (weights[i] / sum);
      }
      return shares;
    }
  }
}
