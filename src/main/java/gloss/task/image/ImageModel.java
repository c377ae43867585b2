package gloss.task.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import gloss.batch.image.ImageBatch;
import gloss.batch.image.ImageBatches;
import gloss.corpus.image.Damage;
import gloss.corpus.image.ImageForm;
import gloss.corpus.image.ImageSet;
import gloss.corpus.image.ImageSize;
import gloss.explain.Content;
import gloss.explain.Explainable;
import gloss.explain.Explanation;
import gloss.model.ClassEvaluation;
import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.model.Softmax;
import gloss.nn.NoGradients;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.nn.image.ImageKernels;
import gloss.nn.image.ImageNetwork;
import gloss.recipe.ImageClassificationRecipe;
import gloss.recipe.Recipe;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** A network with the pictures and classes that it knows. */
public final class ImageModel implements Model, Explainable {
  /** Pictures that are looked at in one go, at most; fewer where they are large. */
  private static final int MOST_AT_ONCE = 256;

  private static final int MOST_NUMBERS_AT_ONCE = 1 << 21;

  /** For each thread one piece of memory: to make it anew takes longer than to fill it. */
  private static final ThreadLocal<ByteBuffer> OUTSIDE =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(0));

  private final ImageClassificationRecipe recipe;
  private final ImageInput input;
  private final NDManager manager;
  private final ImageNetwork network;

  /** A model with fresh weights, drawn from the recipe's seed. */
  ImageModel(ImageClassificationRecipe recipe, ImageInput input) {
    this.recipe = recipe;
    this.input = input;
    network = ImageNetworks.of(recipe.network(), input);
    manager = Parameters.drawn(recipe.training().seed(), network::initialize);
  }

  /**
   * Loads a trained model.
   *
   * @throws InputException if the folder is no such model, incomplete or damaged
   */
  public static ImageModel load(Path path) throws IOException {
    ModelFolder folder = new ModelFolder(path);
    Recipe recipe = folder.describedRecipe();
    if (!(recipe instanceof ImageClassificationRecipe images)) {
      throw InputException.in(path, "is not a model for pictures");
    }
    return folder.restore(new ImageModel(images, ImageInput.read(path)));
  }

  @Override
  public ImageClassificationRecipe recipe() {
    return recipe;
  }

  ImageInput input() {
    return input;
  }

  /** The names of the classes. */
  public List<String> classes() {
    return input.classes();
  }

  /** What pictures must be made into for this model. */
  public ImageForm form() {
    return recipe.images().as(input.size());
  }

  @Override
  public ImageNetwork network() {
    return network;
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public List<String> files() {
    return List.of(ImageInput.FILE);
  }

  @Override
  public void write(Path folder) throws IOException {
    input.write(folder);
  }

  @Override
  public Collection<String> splits() throws IOException {
    return recipe.data().splits();
  }

  @Override
  public ClassEvaluation evaluate(String split) throws IOException {
    Damage damage = new Damage(recipe.data().strict());
    ImageSet set = new ImageExperiment(recipe).read(split, input, damage);
    return evaluation(split, set, probabilities(set), damage.lines());
  }

  @Override
  public Explanation explain(String split) throws IOException {
    ImageSet set =
        new ImageExperiment(recipe).read(split, input, new Damage(recipe.data().strict()));
    ImageSize size = set.size();
    return evaluation(split, set, probabilities(set), List.of())
        .explanation(
            recipe.name(),
            i ->
                new Content.Picture(size.height(), size.width(), size.channels(), set.pixels()[i]));
  }

  /** What the probabilities for a set are worth. */
  static ClassEvaluation evaluation(
      String split, ImageSet set, List<double[]> probabilities, List<String> remarks) {
    return new ClassEvaluation(
        split, set.classes(), set.labels(), set.names(), probabilities, remarks);
  }

  /** Scores before the softmax, (batch, classes). */
  NDArray logits(Pass pass, NDManager owner, ImageBatch batch) {
    ImageSize size = input.size();
    Shape shape = new Shape(batch.size(), size.height(), size.width(), size.channels());
    // An array over the memory itself, which is free again once the numbers are made of it.
    try (NDArray pixels = owner.create(outside(batch.pixels()), shape, DataType.UINT8)) {
      return network.logits(
          pass, ImageKernels.normalized(pixels, input.means(), input.deviations()));
    }
  }

  /** The same bytes in this thread's memory outside of the heap. */
  private static ByteBuffer outside(byte[] pixels) {
    ByteBuffer memory = OUTSIDE.get();
    if (memory.capacity() < pixels.length) {
      memory = ByteBuffer.allocateDirect(pixels.length);
      OUTSIDE.set(memory);
    }
    return memory.clear().put(pixels).flip();
  }

  /** The batches of a set as they are looked at outside of training. */
  Iterator<ImageBatch> inOrder(ImageSet set) {
    int fitting = MOST_NUMBERS_AT_ONCE / input.size().length();
    return ImageBatches.inOrder(set, Math.max(1, Math.min(MOST_AT_ONCE, fitting)));
  }

  /** The probability of every class for each picture, whose size is that of the model. */
  public List<double[]> probabilities(ImageSet set) {
    List<double[]> all = new ArrayList<>();
    inOrder(set).forEachRemaining(batch -> all.addAll(probabilities(batch)));
    return all;
  }

  private List<double[]> probabilities(ImageBatch batch) {
    try (NoGradients inference = new NoGradients();
        NDManager owner = manager.newSubManager()) {
      Pass pass = new Pass(new ParameterStore(owner, false), false);
      return Softmax.rows(logits(pass, owner, batch));
    }
  }
}
