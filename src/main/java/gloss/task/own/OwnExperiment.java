package gloss.task.own;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import gloss.loss.LossSum;
import gloss.model.Experiment;
import gloss.model.FolderTask;
import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.model.NetworkSummary;
import gloss.model.Outline;
import gloss.model.Preparation;
import gloss.nn.Pass;
import gloss.recipe.OwnRecipe;
import gloss.train.Task;
import gloss.train.Validation;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program's task as trainings know it.
 *
 * @param <B> a batch of the task
 * @param task with its network, whose weights are drawn already
 */
public record OwnExperiment<B>(OwnRecipe recipe, Task<B> task) implements Experiment {
  @Override
  public Preparation prepare(Optional<ModelFolder> trained) {
    OwnModel model = model();
    return new Preparation() {
      @Override
      public Map<String, String> checksums() {
        return Map.of();
      }

      @Override
      public Model model() {
        return model;
      }

      @Override
      public FolderTask<?> task(ModelFolder folder) {
        return new InFolder<>(task);
      }
    };
  }

  private OwnModel model() {
    return new OwnModel(recipe, task.network(), NDManager.newBaseManager());
  }

  @Override
  public Model untrained(ModelFolder folder) {
    return model();
  }

  @Override
  public Outline outline(Optional<ModelFolder> folder) {
    return new Outline(
        "by a program of its own", Map.of(), Map.of(), NetworkSummary.of(recipe, task.network()));
  }

  /** The task, which has nothing to tell of a folder. */
  private record InFolder<B>(Task<B> task) implements FolderTask<B> {
    @Override
    public String summary() {
      return "counting " + task.unit();
    }

    @Override
    public Map<String, Object> sizes() {
      return Map.of();
    }

    @Override
    public Block network() {
      return task.network();
    }

    @Override
    public Iterator<B> batches(int epoch, int skip) {
      return task.batches(epoch, skip);
    }

    @Override
    public double share(B batch) {
      return task.share(batch);
    }

    @Override
    public Map<String, NDArray> lossParameters() {
      return task.lossParameters();
    }

    @Override
    public String unit() {
      return task.unit();
    }

    @Override
    public LossSum loss(Pass pass, NDManager manager, B batch) {
      return task.loss(pass, manager, batch);
    }

    @Override
    public List<B> split(B batch) {
      return task.split(batch);
    }

    @Override
    public String describe(B batch) {
      return task.describe(batch);
    }

    @Override
    public Validation validate(Runnable mayStop) {
      return task.validate(mayStop);
    }
  }
}
