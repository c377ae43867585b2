package gloss.extract;

import java.util.List;

/** A way of choosing sentences. Immutable, for any number of threads. */
public interface Extractor {
  /**
   * The places of the chosen sentences, counted from 0, in the order of the document.
   *
   * @throws gloss.text.InputException if the method needs references and there are none
   */
  List<Integer> choose(Document document);

  /** The same for several documents; a method may be faster with them together. */
  default List<List<Integer>> chooseAll(List<Document> documents) {
    return documents.stream().map(this::choose).toList();
  }

  /** Whether the choice depends on the references. */
  default boolean needsReferences() {
    return false;
  }

  /** How many sentences of a document are looked at; those after them are not. */
  default int mostSentences() {
    return Integer.MAX_VALUE;
  }

  /** The name that recipes and options use, such as {@code lead:3}. */
  String name();

  /** The chosen sentences themselves. */
  default List<String> extract(Document document) {
    return choose(document).stream().map(document.sentences()::get).toList();
  }
}
