package gloss.recipe;

/** Learning to predict a column of a table from its other columns. */
public sealed interface TableRecipe extends Recipe
    permits TabularClassificationRecipe, RegressionRecipe {
  /** What is learned from. */
  TableDataRecipe data();

  /** The network. */
  TableNetworkRecipe network();

  /** How rows are put together. */
  ExampleBatchRecipe batch();

  /** Whether the column to be predicted has the names of classes, and not numbers. */
  boolean ofClasses();
}
