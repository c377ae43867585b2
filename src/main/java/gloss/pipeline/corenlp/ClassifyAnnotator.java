package gloss.pipeline.corenlp;

import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.util.CoreMap;
import gloss.pipeline.Classification;
import gloss.pipeline.Classifier;
import gloss.pipeline.ClassifierInput;
import gloss.text.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The annotator {@code classify}: gives documents, or sentences, a class, with a model for tables
 * ({@code task: tabular-classification}) whose columns are what is known of a text.
 *
 * <pre>
 * annotators = tokenize,ssplit,classify
 * customAnnotatorClass.classify = gloss.pipeline.corenlp.ClassifyAnnotator
 * classify.model = models/genres
 * classify.columns = length=tokens, desk=author
 * </pre>
 *
 * <p>Each column of the model gets its cell from the {@link GlossAnnotations.Cells} that were set
 * on the document or the sentence; else from what {@code classify.columns} says, {@code
 * COLUMN=WHAT}; else, if it is called as one of them, from what the pipeline knows ({@link
 * TextColumn}): {@code text}, {@code characters}, {@code tokens}, {@code sentences}, {@code
 * tokens-per-sentence}, {@code characters-per-token}, {@code title}, {@code author}, {@code type},
 * {@code date}, {@code id}, {@code translation-score}, {@code summary-score}. {@code classify.of}
 * is {@code document}, the default, or {@code sentences}. The class is set as {@link
 * GlossAnnotations.Label}, with {@link GlossAnnotations.LabelProbabilities}.
 */
public final class ClassifyAnnotator extends ModelAnnotator {
  private static final List<String> KNOWN = List.of("model", "columns", "of");
  private static final List<String> KINDS = List.of("document", "sentences");

  private final Classifier classifier;
  private final Map<String, TextColumn> columns;
  private final boolean ofSentences;

  /**
   * Loads the model that the properties name; CoreNLP calls this.
   *
   * @throws InputException if there is none, or a property is wrong
   */
  public ClassifyAnnotator(String name, Properties properties) {
    super(Set.of(GlossAnnotations.Label.class, GlossAnnotations.LabelProbabilities.class));
    AnnotatorSettings settings = new AnnotatorSettings(name, properties, KNOWN);
    ofSentences = settings.oneOf("of", KINDS).equals(Optional.of("sentences"));
    try {
      classifier = Classifier.load(settings.model());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      if (classifier.kind() != Classifier.Kind.ROWS) {
        throw settings.mistake("model", "classifies pictures; a text needs a model for tables");
      }
      columns = columns(settings, classifier.columns());
    } catch (RuntimeException e) {
      classifier.close();
      throw e;
    }
  }

  private static Map<String, TextColumn> columns(AnnotatorSettings settings, List<String> known) {
    Map<String, TextColumn> columns = new LinkedHashMap<>();
    for (String column : known) {
      TextColumn.find(column).ifPresent(what -> columns.put(column, what));
    }
    for (String pair : settings.list("columns").orElse(List.of())) {
      int equals = pair.lastIndexOf('=');
      String column = equals < 0 ? pair : pair.substring(0, equals).strip();
      if (equals < 0 || !known.contains(column)) {
        throw settings.mistake(
            "columns",
            "expected COLUMN=WHAT with a column of the model (%s), found '%s'"
                .formatted(String.join(", ", known), pair));
      }
      String what = pair.substring(equals + 1).strip();
      columns.put(
          column,
          TextColumn.find(what)
              .orElseThrow(
                  () ->
                      settings.mistake(
                          "columns", "'" + what + "' is none of " + TextColumn.names())));
    }
    return columns;
  }

  @Override
  public void annotate(Annotation document) {
    List<? extends CoreMap> classified =
        ofSentences ? SentenceTexts.sentences(document) : List.of(document);
    List<Classification> found =
        classifier.classify(classified.stream().map(text -> row(document, text)).toList());
    for (int i = 0; i < found.size(); i++) {
      classified.get(i).set(GlossAnnotations.Label.class, found.get(i).label());
      classified
          .get(i)
          .set(GlossAnnotations.LabelProbabilities.class, found.get(i).probabilities());
    }
  }

  private ClassifierInput.Row row(Annotation document, CoreMap text) {
    Map<String, String> set = text.get(GlossAnnotations.Cells.class);
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : classifier.columns()) {
      TextColumn what = columns.get(column);
      if (set != null && set.containsKey(column)) {
        cells.put(column, set.get(column));
      } else if (what != null) {
        cells.put(column, what.of(document, text));
      } else {
        throw new InputException(
            "nothing is known of the column '%s': set GlossAnnotations.Cells or classify.columns"
                .formatted(column));
      }
    }
    return ClassifierInput.row(cells);
  }

  @Override
  public void close() {
    classifier.close();
  }
}
