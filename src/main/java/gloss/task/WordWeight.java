package gloss.task;

/**
 * How much of the attention of a written word a word of the source has. Words are what white space
 * parts, counted from 0.
 *
 * @param source the word that is looked at
 * @param target the word that is written
 * @param weight 0 to 1; what a written word looks at adds up to 1 or less
 */
public record WordWeight(int source, int target, double weight) {
  WordWeight shifted(int sourceWords, int targetWords) {
    return new WordWeight(source + sourceWords, target + targetWords, weight);
  }
}
