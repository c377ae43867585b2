package gloss.score.rouge.overlap;

/** Two texts that are compared; their tokens come from the same reader. */
public record SentencePair(SentencedText hypothesis, SentencedText reference) {}
