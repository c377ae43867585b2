package gloss.corpus.image;

import gloss.text.InputException;
import gloss.text.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Reads pictures with their classes. In folders and archives each picture lies in the folder of its
 * class, and the folders of the classes lie in one folder.
 */
public final class LabelledReader {
  private final Optional<List<String>> classes;
  private final PictureReader pictures;
  private final List<byte[]> pixels = new ArrayList<>();
  private final List<ImageSize> sizes = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  /**
   * A reader for one split.
   *
   * @param classes that are known; without them folders are sorted by name, and labels count
   * @param damage hears of what is no picture
   */
  public LabelledReader(ImageForm form, Optional<List<String>> classes, Damage damage) {
    this.classes = classes;
    pictures = new PictureReader(form, damage);
  }

  /**
   * Reads a split. Files that are missing, damaged IDX files and archives, a class that is not
   * among the known ones, and no picture at all are an {@link InputException}.
   */
  public ImageSet read(ImageFiles files) throws IOException {
    List<Integer> labels = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    for (int i = 0; i < files.images().size(); i++) {
      Path path = files.images().get(i);
      int before = names.size();
      pictures.read(path, files.folder(), this::add);
      if (names.size() == before) {
        throw InputException.in(
            path,
            "has no pictures" + files.folder().map(folder -> " in '" + folder + "'").orElse(""));
      }
      if (PictureSource.isIdx(path)) {
        labels.addAll(labelsOf(path, files, i, names.size() - before));
      } else {
        folders.addAll(new ClassFolders(path).of(names.subList(before, names.size())));
      }
    }
    if (!labels.isEmpty() && !folders.isEmpty()) {
      throw new InputException(
          "pictures are either in folders of classes or in IDX files, not both");
    }
    return labels.isEmpty() ? ofFolders(folders) : ofLabels(labels, files);
  }

  private void add(String name, ImageSize size, byte[] picture) {
    names.add(name);
    sizes.add(size);
    pixels.add(picture);
  }

  private static List<Integer> labelsOf(Path images, ImageFiles files, int i, int count)
      throws IOException {
    if (files.labels().isEmpty()) {
      throw InputException.in(images, "is an IDX file; name the file of its labels under 'labels'");
    }
    Path file = files.labels().get(i);
    int[] labels = Idx.labels(file);
    if (labels.length != count) {
      throw InputException.in(
          file, "has " + labels.length + " labels, but " + images + " has " + count + " pictures");
    }
    return Arrays.stream(labels).boxed().toList();
  }

  private ImageSet ofLabels(List<Integer> labels, ImageFiles files) {
    int most = labels.stream().mapToInt(Integer::intValue).max().orElse(0);
    List<String> named =
        classes.orElseGet(() -> IntStream.rangeClosed(0, most).mapToObj(String::valueOf).toList());
    if (most >= named.size()) {
      throw InputException.in(
          files.labels().get(0),
          "has the label %d, of %s, but there are %d classes, from 0 on"
              .formatted(most, names.get(labels.indexOf(most)), named.size()));
    }
    return set(named, labels);
  }

  private ImageSet ofFolders(List<String> folders) {
    List<String> named = classes.orElseGet(() -> List.copyOf(new TreeSet<>(folders)));
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < folders.size(); i++) {
      int label = named.indexOf(folders.get(i));
      if (label < 0) {
        throw new InputException(
            names.get(i)
                + ": '"
                + folders.get(i)
                + "' is no class that is known"
                + Nearest.hint(folders.get(i), named));
      }
      labels.add(label);
    }
    return set(named, labels);
  }

  /** All in one colour: grey, unless one of them is not. */
  private ImageSet set(List<String> named, List<Integer> labels) {
    int channels = sizes.stream().mapToInt(ImageSize::channels).max().orElseThrow();
    ImageSize size = new ImageSize(sizes.get(0).height(), sizes.get(0).width(), channels);
    byte[][] all = new byte[pixels.size()][];
    for (int i = 0; i < all.length; i++) {
      byte[] own = pixels.get(i);
      all[i] = own.length == size.length() ? own : Picture.thrice(own);
    }
    List<String> copy = List.copyOf(names);
    IntFunction<String> nameOf = copy::get;
    return new ImageSet(
        size, named, all, labels.stream().mapToInt(Integer::intValue).toArray(), nameOf);
  }
}
