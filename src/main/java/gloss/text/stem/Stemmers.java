package gloss.text.stem;

/** The stemmers that there are. */
public final class Stemmers {
  /** {@code porter-nltk}: Porter's algorithm with the extensions that NLTK has by default. */
  public static final Stemmer NLTK = new NltkPorter();

  /** {@code porter-rouge155}: Porter's algorithm as the script ROUGE-1.5.5 has it. */
  public static final Stemmer ROUGE155 = new RougePorter();

  private Stemmers() {}
}
