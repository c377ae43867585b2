package gloss.task.image;

import gloss.corpus.image.Damage;
import gloss.corpus.image.ImageFiles;
import gloss.corpus.image.ImageForm;
import gloss.corpus.image.ImageSet;
import gloss.corpus.image.LabelledReader;
import gloss.model.Experiment;
import gloss.model.FolderTask;
import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.model.NetworkSummary;
import gloss.model.Outline;
import gloss.model.Preparation;
import gloss.recipe.ImageClassificationRecipe;
import gloss.recipe.ImageDataRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Image classification as trainings and commands know it. */
public record ImageExperiment(ImageClassificationRecipe recipe) implements Experiment {
  private static final int MOST_NAMED = 12;

  @Override
  public Preparation prepare(Optional<ModelFolder> trained) throws IOException {
    Damage damage = new Damage(recipe.data().strict());
    Optional<ImageInput> known = Optional.empty();
    if (trained.isPresent()) {
      known = Optional.of(ImageInput.read(trained.get().path()));
    }
    List<ImageSet> sets = read(known, damage);
    ImageSet train = sets.get(0).requireClasses(ImageDataRecipe.TRAIN);
    ImageModel model = new ImageModel(recipe, known.orElseGet(() -> ImageInput.of(train)));
    return new Pictures(train, sets.get(1), damage.lines(), model);
  }

  /** The pictures of a split as a model knows them; also of one that was held out of another. */
  ImageSet read(String split, ImageInput known, Damage damage) throws IOException {
    Map<String, ImageFiles> splits = recipe.data().splits();
    boolean heldOut =
        !splits.containsKey(ImageDataRecipe.VALID)
            && List.of(ImageDataRecipe.TRAIN, ImageDataRecipe.VALID).contains(split);
    if (heldOut) {
      return read(Optional.of(known), damage).get(split.equals(ImageDataRecipe.TRAIN) ? 0 : 1);
    }
    return new LabelledReader(
            recipe.images().as(known.size()), Optional.of(known.classes()), damage)
        .read(recipe.data().verified(split));
  }

  /** Pictures to train on and pictures to validate with. */
  private List<ImageSet> read(Optional<ImageInput> known, Damage damage) throws IOException {
    ImageForm form = known.map(input -> recipe.images().as(input.size())).orElse(recipe.images());
    Optional<List<String>> classes = known.map(ImageInput::classes);
    if (classes.isEmpty()) {
      classes = recipe.data().knownClasses();
    }
    ImageSet train =
        new LabelledReader(form, classes, damage)
            .read(recipe.data().verified(ImageDataRecipe.TRAIN));
    if (!recipe.data().splits().containsKey(ImageDataRecipe.VALID)) {
      List<ImageSet> parts = train.holdOut(recipe.data().validShare(), recipe.training().seed());
      if (parts.get(0).count() == 0 || parts.get(1).count() == 0) {
        throw new InputException(
            "train: %d pictures are too few to hold some out for validation; change data.valid-share or name files under data.valid"
                .formatted(train.count()));
      }
      return parts;
    }
    ImageForm same = recipe.images().as(train.size());
    ImageSet valid =
        new LabelledReader(same, Optional.of(train.classes()), damage)
            .read(recipe.data().verified(ImageDataRecipe.VALID));
    return List.of(train, valid);
  }

  /** Pictures, and the model that is to learn from them. */
  private record Pictures(ImageSet train, ImageSet valid, List<String> remarks, ImageModel model)
      implements Preparation {
    @Override
    public Map<String, String> checksums() {
      Map<String, String> sums = new LinkedHashMap<>();
      sums.put(ImageDataRecipe.TRAIN, train.checksum());
      sums.put(ImageDataRecipe.VALID, valid.checksum());
      return sums;
    }

    @Override
    public FolderTask<?> task(ModelFolder folder) {
      return new ImageTask(model, train, valid, remarks);
    }
  }

  @Override
  public Model untrained(ModelFolder folder) throws IOException {
    return new ImageModel(recipe, ImageInput.read(folder.path()));
  }

  /** Of a recipe the training pictures are read: their size decides that of the network. */
  @Override
  public Outline outline(Optional<ModelFolder> folder) throws IOException {
    ImageInput input =
        folder.isPresent()
            ? ImageInput.read(folder.get().path())
            : ImageInput.of(read(Optional.empty(), new Damage(recipe.data().strict())).get(0));
    List<String> classes = input.classes();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("classes", classes);
    facts.put("height", input.size().height());
    facts.put("width", input.size().width());
    facts.put("channels", input.size().channels());
    String named = String.join(", ", classes.subList(0, Math.min(MOST_NAMED, classes.size())));
    return new Outline(
        "pictures → " + classes.size() + " classes",
        Map.of(
            "pictures",
            input.size().toString(),
            "classes",
            named + (classes.size() > MOST_NAMED ? ", …" : "")),
        facts,
        NetworkSummary.of((Record) recipe.network(), ImageNetworks.of(recipe.network(), input)));
  }
}
