package gloss.task.table;

import gloss.model.Experiment;
import gloss.model.FolderTask;
import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.model.NetworkSummary;
import gloss.model.Outline;
import gloss.model.Preparation;
import gloss.recipe.HoldOutRecipe;
import gloss.recipe.TableRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Classification and regression of rows as trainings and commands know them. */
public record TableExperiment(TableRecipe recipe) implements Experiment {
  @Override
  public Preparation prepare(Optional<ModelFolder> trained) throws IOException {
    TableSplits splits = new TableSplits(recipe);
    TableModel model;
    if (trained.isPresent()) {
      model = new TableModel(recipe, TableInput.read(trained.get().path()));
      checkTarget(model.input().target(), trained.get());
    } else {
      model = new TableModel(recipe, TableInput.learn(recipe, splits));
    }
    TableRows train = model.rows(splits, HoldOutRecipe.TRAIN);
    TableRows valid = model.rows(splits, HoldOutRecipe.VALID);
    return new Rows(splits.checksums(), train, valid, model);
  }

  private void checkTarget(TargetColumn target, ModelFolder folder) throws IOException {
    if (!target.name().equals(recipe.data().targetColumn())
        || target.ofClasses() != recipe.ofClasses()) {
      throw InputException.in(
          folder.path(),
          "predicts the %s '%s', not the %s '%s'"
              .formatted(
                  target.ofClasses() ? "classes" : "numbers",
                  target.name(),
                  recipe.ofClasses() ? "classes" : "numbers",
                  recipe.data().targetColumn()));
    }
  }

  /** Rows, and the model that is to learn from them. */
  private record Rows(
      Map<String, String> checksums, TableRows train, TableRows valid, TableModel model)
      implements Preparation {
    @Override
    public FolderTask<?> task(ModelFolder folder) {
      return new TableTask(model, train, valid);
    }
  }

  @Override
  public Model untrained(ModelFolder folder) throws IOException {
    return new TableModel(recipe, TableInput.read(folder.path()));
  }

  /** Of a recipe the training table is read: its columns decide the size of the network. */
  @Override
  public Outline outline(Optional<ModelFolder> folder) throws IOException {
    TableInput input =
        folder.isPresent()
            ? TableInput.read(folder.get().path())
            : TableInput.learn(recipe, new TableSplits(recipe));
    TargetColumn target = input.target();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(
        "columns",
        String.join(", ", input.features().stream().map(TableExperiment::describe).toList()));
    if (target.ofClasses()) {
      lines.put("classes", String.join(", ", target.classes()));
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("target", target.name());
    facts.put("columns", input.features().stream().map(FeatureColumn::name).toList());
    facts.put("inputs", input.width());
    facts.put("classes", target.classes());
    return new Outline(
        input.features().size() + " columns → " + target.name(),
        lines,
        facts,
        NetworkSummary.of((Record) recipe.network(), TableNetworks.of(recipe.network(), input)));
  }

  private static String describe(FeatureColumn column) {
    return column.number()
        ? column.name()
        : column.name() + " (" + column.values().size() + " values)";
  }
}
