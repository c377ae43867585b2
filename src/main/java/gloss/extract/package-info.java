/**
 * Extractive summaries: sentences taken out of a document as they are. No training, no engine.
 *
 * <p>They are what any summarizer is to be compared with. {@link gloss.extract.Lead} is hard to
 * beat on news, {@link gloss.extract.RandomSentences} is the floor, {@link gloss.extract.TextRank}
 * and {@link gloss.extract.LexRank} find the sentences that are most like all the others, and
 * {@link gloss.extract.Oracle}, which knows the references, is what no extract does much better
 * than. {@link gloss.extract.Extractors} is their index. {@link gloss.extract.SentenceSelection}
 * makes an extract of sentences that something else, such as a network, has scored; {@link
 * gloss.extract.DocumentSentences} are the sentences of a text in lines.
 */
@NullMarked
package gloss.extract;

import org.jspecify.annotations.NullMarked;
