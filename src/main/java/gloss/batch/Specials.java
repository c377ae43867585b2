package gloss.batch;

/**
 * The ids that mean no word.
 *
 * @param pad fills a row up to the width of its batch
 * @param unk stands for what the vocabulary does not know
 * @param bos begins what the decoder reads
 * @param eos ends a sequence
 */
public record Specials(int pad, int unk, int bos, int eos) {}
