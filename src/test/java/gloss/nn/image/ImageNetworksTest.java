package gloss.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import gloss.corpus.image.ImageSize;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.recipe.ConvolutionalRecipe;
import gloss.recipe.ResNetRecipe;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImageNetworksTest {
  private static final ImageSize SIZE = new ImageSize(12, 10, 3);

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static ConvolutionalRecipe convolutional(int groups, int hidden) {
    return new ConvolutionalRecipe(List.of(8, 16), 2, 3, groups, hidden, 0.5);
  }

  private static ResNetRecipe resNet(ResNetRecipe.Stem stem) {
    return new ResNetRecipe(List.of(8, 16), 2, stem, 4, 0.5);
  }

  private static List<ImageNetwork> networks() {
    return List.of(
        new ConvolutionalNetwork(convolutional(4, 0), SIZE, 5),
        new ConvolutionalNetwork(convolutional(0, 7), SIZE, 5),
        new FlatNetwork(SIZE, List.of(6, 4), 5, 0.5),
        new ResNet(resNet(ResNetRecipe.Stem.SMALL), SIZE, 5),
        new ResNet(resNet(ResNetRecipe.Stem.LARGE), SIZE, 5));
  }

  private NDArray pictures(int count) {
    byte[] bytes = new byte[count * SIZE.length()];
    new Random(2).nextBytes(bytes);
    NDArray pixels =
        manager.create(ByteBuffer.wrap(bytes), new Shape(count, 12, 10, 3), DataType.UINT8);
    double[] half = {128, 128, 128};
    return ImageKernels.normalized(pixels, half, half);
  }

  private Pass pass(boolean training) {
    return new Pass(new ParameterStore(manager, false), training);
  }

  @Test
  void aPicturesScoresDoNotDependOnTheOthers() {
    NDArray pictures = pictures(4);
    for (ImageNetwork network : networks()) {
      network.initialize(manager);
      NDArray all = network.logits(pass(false), pictures);
      assertThat(all.getShape()).isEqualTo(new Shape(4, 5));
      float[] alone = network.logits(pass(false), pictures.get("2:3")).toFloatArray();
      for (int c = 0; c < 5; c++) {
        assertThat(alone[c]).isCloseTo(all.getFloat(2, c), within(1e-4f));
      }
      assertThat(network.logits(pass(false), pictures).toFloatArray())
          .isEqualTo(all.toFloatArray());
      assertThat(network.logits(pass(true), pictures).toFloatArray())
          .as("dropout")
          .isNotEqualTo(all.toFloatArray());
    }
  }

  /** The network of 20 layers has 0.27 million parameters (He et al. 2016, table 6). */
  @Test
  void theNumberOfParametersIsThatOfThePaper() {
    ResNetRecipe recipe = new ResNetRecipe(List.of(16, 32, 64), 3, ResNetRecipe.Stem.SMALL, 8, 0);
    ResNet network = new ResNet(recipe, new ImageSize(32, 32, 3), 10);
    network.initialize(manager);
    assertThat(Parameters.count(network)).isEqualTo(272_474);
  }

  @Test
  void parametersAreNamedByTheirPlace() {
    ConvolutionalNetwork network = new ConvolutionalNetwork(convolutional(4, 7), SIZE, 5);
    network.initialize(manager);
    assertThat(Parameters.of(network).keySet())
        .contains("stage0_0.convolution.weight", "stage1_1.norm.scale", "hidden.weight")
        .contains("output.bias")
        .doesNotContain("stage0_0.convolution.bias");
  }

  @Test
  void aPictureThatIsTooSmallIsRefused() {
    ImageSize tiny = new ImageSize(3, 3, 1);
    assertThatThrownBy(() -> new ConvolutionalNetwork(convolutional(4, 0), tiny, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be halved 2 times");
  }
}
