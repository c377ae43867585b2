package gloss.corpus.check;

import java.util.List;

/**
 * A source and its target.
 *
 * @param number the pair in its split, from 1
 * @param written what stands in each file of {@link PairSource#fileNames}
 */
public record TextPair(long number, Line source, Line target, List<String> written) {}
