package gloss.task.image;

import gloss.corpus.image.Images;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.ImageClassificationRecipe;
import gloss.recipe.Recipe;
import gloss.task.Tasks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Pictures of 8 × 8 pixels with a bright bar, across, down or aslant, and noise. */
public final class TinyPictures {
  /** The classes, sorted. */
  public static final List<String> CLASSES = List.of("across", "aslant", "down");

  private static final int SIDE = 8;

  private TinyPictures() {}

  /** A picture of a class. */
  public static BufferedImage picture(int label, Random random) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    int place = 1 + random.nextInt(SIDE - 2);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int[] seen = {y, (x + y) % SIDE, x};
        int bright = seen[label] == place ? 150 : 0;
        image.getRaster().setSample(x, y, 0, bright + random.nextInt(100));
      }
    }
    return image;
  }

  /** Writes {@code train} and {@code test}, folders of classes, and a recipe. */
  public static Path write(Path folder) throws IOException {
    Random random = new Random(7);
    for (int label = 0; label < CLASSES.size(); label++) {
      for (int i = 0; i < 50; i++) {
        String split = i < 40 ? "train" : "test";
        Images.write(
            folder.resolve(split).resolve(CLASSES.get(label)).resolve("%02d.png".formatted(i)),
            Images.file(picture(label, random), "png"));
      }
    }
    return Files.writeString(
        folder.resolve("recipe.yaml"),
        """
        task: image-classification
        name: bars
        data:
          train: {images: train}
          test:
            test: {images: test}
        network: {channels: [8], groups: 4}
        batch: {size: 16}
        training:
          optimizer: {rate: 0.01}
          schedule: {type: constant}
          until: [12 epochs]
          validate: {every: 4 epochs, metric: accuracy}
        """);
  }

  /** The recipe with other settings. */
  public static ImageClassificationRecipe recipe(Path folder, String... settings)
      throws IOException {
    return (ImageClassificationRecipe) Recipe.load(folder, List.of(settings));
  }

  /** Writes pictures and recipe into a folder and trains; returns the model's folder. */
  public static Path train(Path folder, String... settings) throws IOException {
    write(folder);
    ModelFolder model = new ModelFolder(folder.resolve("model"));
    try (Training training = Tasks.start(recipe(folder, settings), model)) {
      training.run(List.of(), () -> false);
    }
    return model.path();
  }
}
