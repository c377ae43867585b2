package gloss.corpus.check;

/** A split: its name and its text. */
public record NamedPairs(String name, PairSource pairs) {}
