package gloss.serve;

import gloss.pipeline.ClassifierInput;
import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code POST /classify} understands. */
record ClassifyRequest(
    @Doc("name of a model that is served; default: the first for rows, or for images")
        Optional<String> model,
    @Doc("rows of a table: {COLUMN: CELL, …}; null is a cell without a value") @Default("[]")
        List<Map<String, String>> rows,
    @Doc("files of pictures in Base64, with or without 'data:image/png;base64,' in front")
        @Default("[]")
        List<String> images,
    @Doc("so many classes of each, the most probable first") @Default("1") int top) {
  /** Fails for nothing, for both, and for no class. */
  ClassifyRequest {
    Check.that(rows.isEmpty() != images.isEmpty(), "rows", "give rows, or images, and not both");
    Check.atLeast("top", top, 1);
  }

  boolean isOfRows() {
    return !rows.isEmpty();
  }

  /** What is to be classified. */
  List<ClassifierInput> inputs() {
    List<ClassifierInput> inputs = new ArrayList<>();
    rows.forEach(row -> inputs.add(ClassifierInput.row(row)));
    for (String image : images) {
      String name = "request: images." + (inputs.size() + 1);
      inputs.add(new ClassifierInput.Picture(name, decoded(name, image)));
    }
    return inputs;
  }

  private static byte[] decoded(String name, String image) {
    int comma = image.startsWith("data:") ? image.indexOf(',') : -1;
    try {
      return Base64.getMimeDecoder().decode(image.substring(comma + 1));
    } catch (IllegalArgumentException e) {
      throw new gloss.text.InputException(name + ": not Base64", e);
    }
  }
}
