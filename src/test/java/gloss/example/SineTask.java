package gloss.example;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import gloss.loss.Huber;
import gloss.loss.LossSum;
import gloss.nn.Pass;
import gloss.pipeline.OwnTraining;
import gloss.recipe.OwnRecipe;
import gloss.train.ExampleTask;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** A task of one's own: a network of DJL's blocks learns the sine, with Huber's loss. */
final class SineTask extends ExampleTask {
  private final Block network =
      new SequentialBlock().add(linear(32)).add(Activation::tanh).add(linear(1));

  SineTask(NDManager manager) {
    super(400, 20, 1);
    network.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
  }

  private static Block linear(int units) {
    return Linear.builder().setUnits(units).build();
  }

  @Override
  public Block network() {
    return network;
  }

  @Override
  public LossSum loss(Pass pass, NDManager manager, int[] batch) {
    NDArray x = manager.create(batch, new Shape(batch.length, 1)).toType(DataType.FLOAT32, false);
    NDArray angle = x.mul(manager.create(0.02f)).sub(manager.create(4f));
    NDArray y = network.forward(pass.parameters(), new NDList(angle), pass.training()).get(0);
    return new Huber(1).of(y, angle.sin());
  }

  @Override
  protected LossSum validationLoss(Pass pass, NDManager manager) {
    return loss(pass, manager, new int[] {5, 55, 105, 155, 205, 255, 305, 355});
  }

  public static void main(String[] args) throws IOException {
    OwnRecipe recipe = OwnRecipe.of("sine", "{until: 60 epochs, optimizer: {rate: 0.01}}");
    PrintWriter out = new PrintWriter(System.out, true);
    OwnTraining.run(new SineTask(NDManager.newBaseManager()), recipe, Path.of(args[0]), out);
  }
}
