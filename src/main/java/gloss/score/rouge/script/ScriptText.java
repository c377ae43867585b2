package gloss.score.rouge.script;

import gloss.score.rouge.overlap.SentencedText;

/** One text as the script reads it. */
final class ScriptText {
  private final SentencedText whole = new SentencedText();
  private final SentencedText sentences;

  /** {@code twice}: whether sentences are cut in another way than the whole. */
  ScriptText(boolean twice) {
    this.sentences = twice ? new SentencedText() : whole;
  }

  /** The tokens that n-grams are made of. */
  SentencedText whole() {
    return whole;
  }

  /** The sentences that subsequences are searched in; as a rule the same object. */
  SentencedText sentences() {
    return sentences;
  }
}
