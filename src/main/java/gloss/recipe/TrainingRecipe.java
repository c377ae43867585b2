package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.util.List;

/** How any network is trained. A step is one change of the weights. */
public record TrainingRecipe(
    @Doc("fixes weights at the start, order of the data and dropout") @Default("1") long seed,
    @Doc("batches whose gradients make one step") @Default("1") int accumulate,
    @Doc("numbers of the matrix products; bf16 is faster where the processor knows it")
        @Default("fp32")
        Precision precision,
    @Doc("what makes a step out of gradients") @Default("{}") OptimizerRecipe optimizer,
    @Doc("how the rate changes while training") @Default("{}") ScheduleRecipe schedule,
    @Doc("longest gradient (L2 norm); 0: no clipping") @Default("1.0") double clip,
    @Doc("largest element of a gradient; 0: no clipping") @Default("0.0") double clipValue,
    @Doc("penalty on large weights, added to the loss") @Default("{}") RegularizerRecipe penalty,
    @Doc("end of training; of several, whichever comes first") @Default("20 epochs")
        List<Extent> until,
    @Doc("how training is watched") @Default("{}") ValidationRecipe validate,
    @Doc("averages of weights") @Default("{}") AverageRecipe average,
    @Doc("which checkpoints stay on the disk") @Default("{}") KeepRecipe keep,
    @Doc("training on several workers, with gloss spark train") @Default("{}")
        DistributedRecipe distributed) {
  /** Fails for values out of range. */
  public TrainingRecipe {
    until = List.copyOf(until);
    Check.atLeast("accumulate", accumulate, 1);
    Check.notNegative("clip", clip);
    Check.notNegative("clip-value", clipValue);
    Check.notEmpty("until", until);
    until.forEach(extent -> extent.checkPositive("until"));
  }

  /** A training by one worker. */
  public TrainingRecipe(
      long seed,
      int accumulate,
      Precision precision,
      OptimizerRecipe optimizer,
      ScheduleRecipe schedule,
      double clip,
      double clipValue,
      RegularizerRecipe penalty,
      List<Extent> until,
      ValidationRecipe validate,
      AverageRecipe average,
      KeepRecipe keep) {
    this(
        seed,
        accumulate,
        precision,
        optimizer,
        schedule,
        clip,
        clipValue,
        penalty,
        until,
        validate,
        average,
        keep,
        DistributedRecipe.ALONE);
  }

  /** The same training in a given time: it ends then, with the schedule run down. */
  public TrainingRecipe within(Extent budget) {
    return new TrainingRecipe(
        seed,
        accumulate,
        precision,
        optimizer,
        schedule.untilTrainingEnds(),
        clip,
        clipValue,
        penalty,
        List.of(budget),
        validate,
        average,
        keep,
        distributed);
  }
}
