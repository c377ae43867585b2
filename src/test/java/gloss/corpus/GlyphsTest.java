package gloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.cli.Processes;
import gloss.corpus.image.Damage;
import gloss.corpus.image.ImageFiles;
import gloss.corpus.image.ImageForm;
import gloss.corpus.image.ImageSet;
import gloss.corpus.image.ImageSize;
import gloss.corpus.image.LabelledReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures that come with the project: what their card promises. */
class GlyphsTest {
  private static final Path CORPUS = Processes.project().resolve("corpora/glyphs");

  private static ImageSet read(Card card, String split) throws IOException {
    return new LabelledReader(
            ImageForm.asIs(), Optional.of(ImageFiles.classes(card)), new Damage(true))
        .read(ImageFiles.of(card, split));
  }

  @Test
  void everyClassHasAsManyPicturesAndNoneIsTwice() throws IOException {
    Card card = Card.load(CORPUS);
    card.verify();
    Set<String> seen = new HashSet<>();
    for (String split : card.splits().keySet()) {
      ImageSet set = read(card, split);
      assertThat(set.size()).isEqualTo(new ImageSize(20, 20, 1));
      assertThat(set.classes()).hasSize(16);
      assertThat(set.counts()).containsOnly(set.count() / 16);
      Arrays.stream(set.pixels())
          .forEach(picture -> assertThat(seen.add(Arrays.toString(picture))).isTrue());
    }
  }

  @Test
  void theGeneratorReproducesIt(@TempDir Path made) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Processes.Result result =
        Processes.of(
                List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.awt.headless=true",
                    CORPUS.resolve("Generator.java").toString(),
                    made.toString()))
            .run();
    assertThat(result.exit()).as(result.err()).isZero();
    Card card = Card.load(CORPUS);
    for (CheckedFile file : card.files()) {
      assertThat(made.resolve(file.name())).hasSameBinaryContentAs(file.path());
    }
    assertThat(made.resolve(Card.FILE)).hasSameBinaryContentAs(CORPUS.resolve(Card.FILE));
    // How PNG is compressed is the JDK's matter, what is in it is not.
    assertThat(examples(made)).isEqualTo(examples(CORPUS));
  }

  private static String examples(Path folder) throws IOException {
    ImageSet set =
        new LabelledReader(ImageForm.asIs(), Optional.empty(), new Damage(true))
            .read(ImageFiles.folders(folder.resolve("examples")));
    assertThat(set.count()).isEqualTo(64);
    return set.checksum();
  }
}
