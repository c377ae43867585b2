package gloss.task.image;

import gloss.batch.Partition;
import gloss.corpus.image.Damage;
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
import gloss.recipe.HoldOutRecipe;
import gloss.recipe.ImageClassificationRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

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
    ImageSet whole = training(known, damage);
    ImageInput same = ImageInput.of(whole);
    ImageSet train = part(whole, HoldOutRecipe.TRAIN).requireClasses(HoldOutRecipe.TRAIN);
    boolean own = recipe.data().files().containsKey(HoldOutRecipe.VALID);
    ImageSet valid =
        own ? read(HoldOutRecipe.VALID, same, damage) : part(whole, HoldOutRecipe.VALID);
    if (train.count() == 0 || valid.count() == 0) {
      throw new InputException(
          "train: %d pictures are too few to hold some out for validation; change data.hold-out.valid or name files under data.valid"
              .formatted(whole.count()));
    }
    ImageModel model = new ImageModel(recipe, known.orElseGet(() -> ImageInput.of(train)));
    return new Pictures(train, valid, damage.lines(), model);
  }

  /** The pictures of a split as a model knows them; also of one that was held out of another. */
  ImageSet read(String split, ImageInput known, Damage damage) throws IOException {
    List<String> heldOut = new ArrayList<>(recipe.data().splits());
    heldOut.removeAll(recipe.data().files().keySet());
    if (split.equals(HoldOutRecipe.TRAIN) || heldOut.contains(split)) {
      return part(training(Optional.of(known), damage), split);
    }
    return new LabelledReader(
            recipe.images().as(known.size()), Optional.of(known.classes()), damage)
        .read(recipe.data().verified(split));
  }

  /** All pictures that training may see, those that are held out of it with them. */
  private ImageSet training(Optional<ImageInput> known, Damage damage) throws IOException {
    ImageForm form = known.map(input -> recipe.images().as(input.size())).orElse(recipe.images());
    Optional<List<String>> classes = known.map(ImageInput::classes);
    if (classes.isEmpty()) {
      classes = recipe.data().knownClasses();
    }
    return new LabelledReader(form, classes, damage)
        .read(recipe.data().verified(HoldOutRecipe.TRAIN));
  }

  /** Those of the pictures that training may see that belong to a split. */
  private ImageSet part(ImageSet whole, String split) throws IOException {
    Set<String> files = recipe.data().files().keySet();
    String[] splits =
        Partition.of(
            whole.labels(),
            recipe.data().holdOut(),
            !files.contains(HoldOutRecipe.VALID),
            !files.contains(HoldOutRecipe.TEST));
    return whole.select(
        IntStream.range(0, splits.length).filter(row -> splits[row].equals(split)).toArray());
  }

  /** Pictures, and the model that is to learn from them. */
  private record Pictures(ImageSet train, ImageSet valid, List<String> remarks, ImageModel model)
      implements Preparation {
    @Override
    public Map<String, String> checksums() {
      Map<String, String> sums = new LinkedHashMap<>();
      sums.put(HoldOutRecipe.TRAIN, train.checksum());
      sums.put(HoldOutRecipe.VALID, valid.checksum());
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
            : ImageInput.of(training(Optional.empty(), new Damage(recipe.data().strict())));
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
