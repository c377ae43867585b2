package gloss.pipeline;

import gloss.corpus.image.ImageSet;
import gloss.corpus.image.PictureFitter;
import gloss.task.image.ImageModel;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A model for pictures. */
record PictureNetwork(ImageModel model, PictureFitter fitter) implements ClassNetwork {
  private static final float[] NO_NUMBERS = {};

  static PictureNetwork load(Path folder, long mostPixels) throws IOException {
    ImageModel model = ImageModel.load(folder);
    return new PictureNetwork(model, new PictureFitter(model.form(), mostPixels));
  }

  @Override
  public Classifier.Kind kind() {
    return Classifier.Kind.PICTURES;
  }

  @Override
  public List<String> classes() {
    return model.classes();
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public Prepared prepare(ClassifierInput input, int number) {
    if (!(input instanceof ClassifierInput.Picture picture)) {
      throw new InputException("this model classifies pictures, and no rows of tables");
    }
    return new Prepared(NO_NUMBERS, fitter.pixels(picture.name(), picture.file()));
  }

  @Override
  public List<double[]> probabilities(List<Prepared> inputs) {
    return model.probabilities(
        new ImageSet(
            fitter.size(),
            model.classes(),
            inputs.stream().map(Prepared::pixels).toArray(byte[][]::new),
            new int[inputs.size()],
            String::valueOf));
  }

  @Override
  public void close() {
    model.close();
  }
}
