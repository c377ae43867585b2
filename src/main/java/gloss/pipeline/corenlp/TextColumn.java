package gloss.pipeline.corenlp;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.util.CoreMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * What a pipeline knows of a document or of one of its sentences, as the cell of a table; empty
 * where it knows nothing. A sentence has the title, author, type, date and id of its document.
 */
enum TextColumn {
  /** The text itself. */
  TEXT(TextColumn::text),
  /** Characters of the text, in UTF-16 units. */
  CHARACTERS((document, text) -> String.valueOf(text(document, text).length())),
  /** Tokens. */
  TOKENS((document, text) -> String.valueOf(tokens(text).size())),
  /** Sentences; 1 of a sentence. */
  SENTENCES((document, text) -> String.valueOf(sentences(text))),
  /** Tokens of the mean sentence. */
  TOKENS_PER_SENTENCE((document, text) -> mean(tokens(text).size(), sentences(text))),
  /** Characters of the mean token. */
  CHARACTERS_PER_TOKEN(
      (document, text) ->
          mean(
              tokens(text).stream().mapToInt(token -> token.word().length()).sum(),
              tokens(text).size())),
  /** The document's title. */
  TITLE((document, text) -> of(document, CoreAnnotations.DocTitleAnnotation.class)),
  /** Its author. */
  AUTHOR((document, text) -> of(document, CoreAnnotations.AuthorAnnotation.class)),
  /** Its type. */
  TYPE((document, text) -> of(document, CoreAnnotations.DocTypeAnnotation.class)),
  /** Its date. */
  DATE((document, text) -> of(document, CoreAnnotations.DocDateAnnotation.class)),
  /** Its name. */
  ID((document, text) -> of(document, CoreAnnotations.DocIDAnnotation.class)),
  /** What the annotator {@code translate} has ranked a sentence's translation by. */
  TRANSLATION_SCORE((document, text) -> of(text, GlossAnnotations.TranslationScore.class)),
  /** What the annotator {@code summarize} has ranked a document's summary by. */
  SUMMARY_SCORE((document, text) -> of(document, GlossAnnotations.SummaryScore.class));

  @SuppressWarnings("ImmutableEnumChecker") // Functions without state.
  private final BiFunction<Annotation, CoreMap, String> cell;

  TextColumn(BiFunction<Annotation, CoreMap, String> cell) {
    this.cell = cell;
  }

  /** The cell of a document ({@code text} is the document itself) or of a sentence of it. */
  String of(Annotation document, CoreMap text) {
    return cell.apply(document, text);
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that name. */
  static Optional<TextColumn> find(String name) {
    return Arrays.stream(values()).filter(column -> column.key().equals(name)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(TextColumn::key).collect(Collectors.joining(", "));
  }

  private static String text(Annotation document, CoreMap text) {
    return isWhole(text) ? SentenceTexts.text(document) : SentenceTexts.of(document, text);
  }

  private static List<CoreLabel> tokens(CoreMap text) {
    List<CoreLabel> tokens = text.get(CoreAnnotations.TokensAnnotation.class);
    return tokens == null ? List.of() : tokens;
  }

  private static int sentences(CoreMap text) {
    return isWhole(text) ? text.get(CoreAnnotations.SentencesAnnotation.class).size() : 1;
  }

  /** Whether it is a document; a sentence has no sentences. */
  private static boolean isWhole(CoreMap text) {
    return text.get(CoreAnnotations.SentencesAnnotation.class) != null;
  }

  private static String mean(int sum, int count) {
    return count == 0 ? "" : String.valueOf((double) sum / count);
  }

  private static String of(CoreMap text, Class<? extends CoreAnnotation<?>> key) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // the key's own type is not needed here
    Object value = text.get((Class) key);
    return value == null ? "" : value.toString();
  }
}
