package gloss.corpus.image;

import gloss.corpus.Card;
import gloss.corpus.IdxFormat;
import gloss.corpus.ImageFoldersFormat;
import gloss.text.InputException;
import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the pictures of a split are, and how their classes are told: by the folders that they lie
 * in, or by files of labels.
 */
public record ImageFiles(
    @Doc("a folder with a folder for each class, a .zip, .tar or .tar.gz of it, or IDX files")
        List<Path> images,
    @Doc("with IDX files: IDX files of their labels, in the same order") @Default("[]")
        List<Path> labels,
    @Doc(
            "with a folder or an archive: path in it to the folders of the classes; by default they"
                + " are found")
        Optional<String> folder) {
  /** Fails where there is nothing, or what does not go together. */
  public ImageFiles {
    images = List.copyOf(images);
    labels = List.copyOf(labels);
    Check.notEmpty("images", images);
    Check.that(
        labels.isEmpty() || labels.size() == images.size(),
        "labels",
        "there are " + labels.size() + " files of labels for " + images.size() + " of images");
    Check.that(
        labels.isEmpty() || folder.isEmpty(), "folder", "IDX files have none; remove this key");
  }

  /** The pictures of a corpus; one of anything else is an InputException. */
  public static ImageFiles of(Card card, String split) {
    if (card.format() instanceof IdxFormat) {
      return new ImageFiles(
          card.paths(split, IdxFormat.IMAGES),
          card.paths(split, IdxFormat.LABELS),
          Optional.empty());
    }
    if (card.format() instanceof ImageFoldersFormat format) {
      return new ImageFiles(
          card.paths(split, ImageFoldersFormat.IMAGES),
          List.of(),
          Optional.of(format.folder(split)));
    }
    throw new InputException(card.name() + ": holds no pictures");
  }

  /** The classes of a corpus of pictures; one of anything else is an InputException. */
  public static List<String> classes(Card card) {
    if (card.format() instanceof IdxFormat format) {
      return format.classes();
    }
    if (card.format() instanceof ImageFoldersFormat format) {
      return format.classes();
    }
    throw new InputException(card.name() + ": holds no pictures");
  }

  /** Folders or archives of class folders. */
  public static ImageFiles folders(Path... images) {
    return new ImageFiles(List.of(images), List.of(), Optional.empty());
  }

  /** An IDX file of images and one of their labels. */
  public static ImageFiles idx(Path images, Path labels) {
    return new ImageFiles(List.of(images), List.of(labels), Optional.empty());
  }
}
