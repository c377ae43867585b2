package gloss.corpus.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.corpus.archive.Tars;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledReaderTest {
  @TempDir private Path folder;

  private static Map<String, byte[]> animals() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("dog/2.jpg", Images.file(Images.plain(8, 6, 0x204060), "jpg"));
    files.put("cat/1.png", Images.png(8, 6, 0x808080));
    files.put("cat/0.PNG", Images.png(16, 12, 0xff0000));
    return files;
  }

  private static Map<String, byte[]> under(String prefix, Map<String, byte[]> files) {
    Map<String, byte[]> moved = new LinkedHashMap<>();
    files.forEach((name, content) -> moved.put(prefix + name, content));
    return moved;
  }

  private static ImageSet read(ImageFiles files) throws IOException {
    return read(files, new Damage(true));
  }

  private static ImageSet read(ImageFiles files, Damage damage) throws IOException {
    return new LabelledReader(ImageForm.asIs(), Optional.empty(), damage).read(files);
  }

  private Path write(String name, byte[] content) throws IOException {
    return Images.write(folder.resolve(name), content);
  }

  @Test
  void foldersAreClasses() throws IOException {
    Path path = Images.folder(folder.resolve("animals"), animals());
    write("animals/.hidden", new byte[] {1});
    ImageSet set = read(ImageFiles.folders(path));
    assertThat(set.classes()).containsExactly("cat", "dog");
    assertThat(set.labels()).containsExactly(0, 0, 1);
    assertThat(set.names().apply(0)).isEqualTo("cat/0.PNG");
    assertThat(set.size()).isEqualTo(new ImageSize(12, 16, 3));
    assertThat(Arrays.copyOf(set.pixels()[0], 3)).containsExactly((byte) 255, 0, 0);
    assertThat(set.pixels()[1]).hasSize(12 * 16 * 3).containsOnly(128);
    assertThat(set.counts()).containsExactly(2, 1);
  }

  @Test
  void archivesAreFolders() throws IOException {
    Map<String, byte[]> deep = under("./animals/train/", animals());
    byte[] tar = Images.tar(deep);
    for (Path path :
        List.of(
            write("a.zip", Images.zip(animals())),
            write("a.tar", tar),
            write("a.tgz", Tars.gzip(tar)))) {
      ImageSet set = read(ImageFiles.folders(path));
      assertThat(set.classes()).containsExactly("cat", "dog");
      assertThat(set.labels()).containsExactly(1, 0, 0);
      assertThat(set.size()).isEqualTo(new ImageSize(6, 8, 3));
    }
  }

  @Test
  void aFolderOfAnArchiveIsChosen() throws IOException {
    Map<String, byte[]> both = under("x/train/", animals());
    both.put("x/test/cat/9.png", Images.png(8, 6, 0xff));
    Path path = write("both.zip", Images.zip(both));
    ImageFiles test = new ImageFiles(List.of(path), List.of(), Optional.of("x/test"));
    assertThat(read(test).count()).isEqualTo(1);
    assertThatThrownBy(() -> read(ImageFiles.folders(path)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("different places")
        .hasMessageContaining("'folder'");
    ImageFiles none = new ImageFiles(List.of(path), List.of(), Optional.of("y"));
    assertThatThrownBy(() -> read(none)).hasMessage(path + ": has no pictures in 'y'");
  }

  @Test
  void greyPicturesAreGreyIfAllAre() throws IOException {
    Path path =
        Images.folder(
            folder.resolve("grey"),
            Map.of("a/1.png", Images.png(2, 2, 0x111111), "b/1.png", Images.png(2, 2, 0xeeeeee)));
    assertThat(read(ImageFiles.folders(path)).size()).isEqualTo(new ImageSize(2, 2, 1));
    ImageForm wanted =
        new ImageForm(
            Optional.of(3), Optional.of(4), Optional.of(Colour.RGB), Fit.CROP, Backdrop.WHITE);
    ImageSet set =
        new LabelledReader(wanted, Optional.empty(), new Damage(true))
            .read(ImageFiles.folders(path));
    assertThat(set.size()).isEqualTo(new ImageSize(3, 4, 3));
    assertThat(set.pixels()[1]).hasSize(36).containsOnly(0xee);
  }

  @Test
  void damagedPicturesAreCountedOrRefused() throws IOException {
    Map<String, byte[]> files = animals();
    byte[] png = files.get("cat/0.PNG");
    files.put("cat/0.PNG", Arrays.copyOf(png, png.length / 2));
    files.put("dog/notes.txt", "no picture".getBytes());
    Path path = Images.folder(folder.resolve("animals"), files);
    Damage damage = new Damage(false);
    ImageSet set = read(ImageFiles.folders(path), damage);
    assertThat(set.labels()).containsExactly(0, 1);
    assertThat(set.size()).isEqualTo(new ImageSize(6, 8, 3));
    assertThat(damage.count()).isEqualTo(2);
    assertThat(damage.lines())
        .containsExactly(
            "cat/0.PNG: ends too early",
            "dog/notes.txt: is no picture: not PNG, JPEG, GIF, BMP or TIFF",
            "2 files left out; --strict refuses such files");
    assertThatThrownBy(() -> read(ImageFiles.folders(path)))
        .isInstanceOf(InputException.class)
        .hasMessage("cat/0.PNG: ends too early");
  }

  @Test
  void onlyTheFirstTenAreNamed() throws IOException {
    for (int i = 0; i < 30; i++) {
      write("bad/cat/" + i, new byte[] {1, 2, 3});
    }
    write("bad/dog/1.png", Images.png(1, 1, 0));
    Damage damage = new Damage(false);
    assertThat(read(ImageFiles.folders(folder.resolve("bad")), damage).count()).isEqualTo(1);
    assertThat(damage.lines()).hasSize(11).last().asString().startsWith("30 files left out");
  }

  @Test
  void idxFilesAreReadPlainAndCompressed() throws IOException {
    byte[] pixels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    Path images = write("images", Images.idx(pixels, 3, 2, 2));
    Path labels = write("labels.gz", Tars.gzip(Images.idx(new byte[] {1, 0, 2}, 3)));
    ImageSet set = read(ImageFiles.idx(images, labels));
    assertThat(set.size()).isEqualTo(new ImageSize(2, 2, 1));
    assertThat(set.classes()).containsExactly("0", "1", "2");
    assertThat(set.labels()).containsExactly(1, 0, 2);
    assertThat(set.pixels()[1]).containsExactly(5, 6, 7, 8);
    assertThat(set.names().apply(1)).isEqualTo("images #1");
    Path colour = write("colour", Images.idx(pixels, 2, 2, 1, 3));
    Path two = write("two", Images.idx(new byte[] {1, 0}, 2));
    assertThat(read(ImageFiles.idx(colour, two)).size()).isEqualTo(new ImageSize(2, 1, 3));
  }

  @Test
  void badIdxFilesAreRefused() throws IOException {
    Path images = write("i", Images.idx(new byte[8], 2, 2, 2));
    Path labels = write("l", Images.idx(new byte[2], 2));
    Path three = write("three", Images.idx(new byte[3], 3));
    refused(images, three, three + ": has 3 labels, but " + images + " has 2 pictures");
    refused(write("s", Images.idx(new byte[7], 2, 2, 2)), labels, "ends too early");
    refused(write("z", Images.idx(new byte[9], 2, 2, 2)), labels, "goes on after the last");
    refused(write("e", Images.idx(new byte[0], 0, 2, 2)), labels, "has no pictures");
    refused(write("f", Images.idx(new byte[8], 8)), labels, "holds no pictures");
    refused(images, write("g", Images.idx(new byte[2], 1, 2)), "holds no labels");
    byte[] magic = Images.idx(new byte[8], 2, 2, 2);
    magic[2] = 0x0d;
    refused(write("m", magic), labels, "");
    byte[] gzip = Tars.gzip(Images.idx(new byte[8000], 2000, 2, 2));
    refused(write("c.gz", Arrays.copyOf(gzip, gzip.length - 12)), labels, "");
    refused(images, folder.resolve("none"), "no such file");
    assertThatThrownBy(() -> read(ImageFiles.folders(images)))
        .hasMessageContaining("name the file of its labels");
    Optional<List<String>> known = Optional.of(List.of("a", "b"));
    Path seven = write("seven", Images.idx(new byte[] {1, 7}, 2));
    assertThatThrownBy(
            () ->
                new LabelledReader(ImageForm.asIs(), known, new Damage(true))
                    .read(ImageFiles.idx(images, seven)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has the label 7, of i #1, but there are 2 classes");
  }

  private static void refused(Path images, Path labels, String why) {
    assertThatThrownBy(() -> read(ImageFiles.idx(images, labels)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatIsMissingOrEmptyIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> read(ImageFiles.folders(empty)))
        .hasMessage(empty + ": has no pictures");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> read(ImageFiles.folders(none)))
        .isInstanceOf(InputException.class)
        .hasMessage(none + ": no such file or folder");
    Path flat = Images.folder(folder.resolve("flat"), Map.of("1.png", Images.png(1, 1, 0)));
    assertThatThrownBy(() -> read(ImageFiles.folders(flat)))
        .hasMessageContaining("lies in no folder that could be its class");
    Path cut = write("cut.zip", Arrays.copyOf(Images.zip(animals()), 50));
    assertThatThrownBy(() -> read(ImageFiles.folders(cut))).isInstanceOf(InputException.class);
  }

  @Test
  void classesOfAnotherSplitMustBeKnown() throws IOException {
    Path path = Images.folder(folder.resolve("animals"), animals());
    Optional<List<String>> known = Optional.of(List.of("cat", "dogs"));
    assertThatThrownBy(
            () ->
                new LabelledReader(ImageForm.asIs(), known, new Damage(true))
                    .read(ImageFiles.folders(path)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("dog/2.jpg: 'dog' is no class that is known")
        .hasMessageContaining("dogs");
  }

  @Test
  void oneClassIsTooFew() throws IOException {
    Path path = Images.folder(folder.resolve("one"), Map.of("a/1.png", Images.png(1, 1, 0)));
    ImageSet set = read(ImageFiles.folders(path));
    assertThatThrownBy(() -> set.requireClasses("train"))
        .isInstanceOf(InputException.class)
        .hasMessage("train: all pictures are of one class, 'a'; there must be at least two");
  }

  @Test
  void whatIsSelectedKeepsLabelsAndNames() throws IOException {
    byte[] labels = {0, 1, 1, 0, 1};
    byte[] pixels = {10, 11, 12, 13, 14};
    ImageSet set =
        read(
            ImageFiles.idx(
                write("i", Images.idx(pixels, 5, 1, 1)), write("l", Images.idx(labels, 5))));
    ImageSet some = set.select(new int[] {3, 1});
    assertThat(some.counts()).containsExactly(1, 1);
    assertThat(some.labels()).containsExactly(0, 1);
    assertThat(some.pixels()[0]).containsExactly(13);
    assertThat(some.names().apply(0)).isEqualTo("i #3");
    assertThat(some.checksum()).isNotEqualTo(set.select(new int[] {1, 3}).checksum());
  }
}
