package gloss.text.stem;

/** Maps the forms of a word to one stem. Immutable, for any number of threads. */
public interface Stemmer {
  /** The name in signatures; two stemmers of the same name give the same stems. */
  String name();

  /** The stem of a word in lower case; time grows with the word's length. */
  String stem(String word);
}
