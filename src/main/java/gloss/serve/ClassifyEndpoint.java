package gloss.serve;

import gloss.pipeline.Classification;
import gloss.pipeline.Classifier;
import gloss.yaml.RecordReader;
import gloss.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** {@code POST /classify}: rows of tables, or pictures. */
final class ClassifyEndpoint implements Endpoint {
  private static final String ROWS = "rows";

  private final Models models;
  private final Executor executor;

  /** {@code executor} decodes pictures. */
  ClassifyEndpoint(Models models, Executor executor) {
    this.models = models;
    this.executor = executor;
  }

  @Override
  public String path() {
    return "/classify";
  }

  @Override
  public Question ask(YamlNode.Mapping mapping) {
    ClassifyRequest request =
        new RecordReader(path -> path).read(ClassifyRequest.class, withoutNulls(mapping));
    Map.Entry<String, Classifier> chosen = choose(request);
    Classifier classifier = chosen.getValue();
    return new ListQuestion<>(
        Map.of("model", chosen.getKey()),
        "classifications",
        request.inputs(),
        request.isOfRows()
            ? classifier::submit
            : some -> BackgroundWork.startThen(executor, () -> classifier.submit(some)),
        found -> json(found, request.top()));
  }

  private Map.Entry<String, Classifier> choose(ClassifyRequest request) {
    Classifier.Kind kind = request.isOfRows() ? Classifier.Kind.ROWS : Classifier.Kind.PICTURES;
    if (request.model().isPresent()) {
      return Models.choose(models.classifiers(), request.model());
    }
    Map<String, Classifier> fitting = new LinkedHashMap<>(models.classifiers());
    fitting.values().removeIf(classifier -> classifier.kind() != kind);
    return Models.choose(fitting, Optional.empty());
  }

  /** A null in a row means that there is no value, as an empty text does. */
  private static YamlNode.Mapping withoutNulls(YamlNode.Mapping request) {
    YamlNode rows = request.get(ROWS);
    return rows == null ? request : request.with(ROWS, withoutNulls(rows));
  }

  private static YamlNode withoutNulls(YamlNode node) {
    if (node instanceof YamlNode.Sequence sequence) {
      return new YamlNode.Sequence(
          sequence.items().stream().map(ClassifyEndpoint::withoutNulls).toList(), sequence.where());
    }
    if (node instanceof YamlNode.Mapping row) {
      Map<String, YamlNode> cells = new LinkedHashMap<>();
      row.entries()
          .forEach(
              (column, cell) ->
                  cells.put(
                      column,
                      cell instanceof YamlNode.Scalar scalar && scalar.isNull()
                          ? new YamlNode.Scalar("", false, scalar.where())
                          : cell));
      return new YamlNode.Mapping(cells, row.where());
    }
    return node;
  }

  private static Map<String, Object> json(Classification found, int top) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("label", found.label());
    object.put("probability", found.best().probability());
    if (top > 1) {
      object.put("top", found.top(top));
    }
    return object;
  }
}
