package gloss.corpus.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures and brings them to one size, on all cores. If the form leaves the size open, the
 * first picture decides it; if it leaves the colour open, pictures come in as few channels as they
 * need.
 */
public final class PictureReader {
  private final Decoder decoder;
  private final Damage damage;
  private final ImageForm form;
  private @Nullable Resizer resizer;

  /** A reader of pictures that are to have a form; {@code damage} hears of what is none. */
  public PictureReader(ImageForm form, Damage damage) {
    this.form = form;
    this.damage = damage;
    decoder = new Decoder(form.backdrop());
  }

  /** Takes a picture. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Takes a picture.
     *
     * @param name of its file, or its number in an IDX file
     * @param size of the picture
     * @param pixels row by row, the channels of a pixel side by side
     */
    void take(String name, ImageSize size, byte[] pixels);
  }

  /** A picture, or why there is none. */
  private record Read(String name, @Nullable Picture picture, @Nullable DamagedImage reason) {}

  /**
   * Gives all pictures of a file, folder, archive or IDX file, in order. What cannot be opened is
   * an {@link gloss.text.InputException}.
   *
   * @param folder in a folder or an archive: only what lies in this folder of it
   */
  public void read(Path path, Optional<String> folder, Taker taker) throws IOException {
    try (InOrder<Read> work = new InOrder<>(read -> give(read, taker))) {
      if (PictureSource.isIdx(path)) {
        String file = String.valueOf(path.getFileName());
        Idx.images(path, (i, picture) -> add(work, file + " #" + i, picture::simplest));
      } else {
        String prefix = folder.map(name -> name.replaceFirst("/*$", "/")).orElse("");
        PictureSource.visit(
            path,
            (name, content) -> {
              if (name.startsWith(prefix)) {
                add(work, name, () -> decoder.decode(content));
              }
            });
      }
      work.finish();
    }
  }

  private void add(InOrder<Read> work, String name, Callable<Picture> picture) {
    if (resizer == null && form.height().isEmpty()) {
      // Until one is good, there is no size that the others could get.
      work.finish();
      Read first = read(name, picture);
      if (first.picture != null) {
        resizer = resizer(first.picture.height(), first.picture.width());
      }
      work.add(() -> first);
      return;
    }
    Resizer sized = resizer == null ? resizer(form.height().get(), form.width().get()) : resizer;
    resizer = sized;
    work.add(() -> read(name, () -> coloured(sized.resize(picture.call()))));
  }

  private Resizer resizer(int height, int width) {
    return new Resizer(height, width, form.fit(), form.backdrop());
  }

  private Picture coloured(Picture picture) {
    return form.colour().map(picture::in).orElse(picture);
  }

  private static Read read(String name, Callable<Picture> picture) {
    try {
      return new Read(name, picture.call(), null);
    } catch (DamagedImage e) {
      return new Read(name, null, e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void give(Read read, Taker taker) {
    if (read.reason != null) {
      damage.found(read.name, read.reason);
    } else if (read.picture != null) {
      Picture picture = coloured(read.picture);
      ImageSize size = new ImageSize(picture.height(), picture.width(), picture.channels());
      taker.take(read.name, size, picture.pixels());
    }
  }
}
