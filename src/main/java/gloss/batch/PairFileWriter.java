package gloss.batch;

import gloss.text.InputException;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a {@link PairFile}. */
final class PairFileWriter {
  private final OutputStream out;
  private final PairIndex.Builder index = new PairIndex.Builder();
  private PairBlock block = new PairBlock();
  private Filtered filtered;

  PairFileWriter(OutputStream out, int maxLength) throws IOException {
    this.out = out;
    filtered = Filtered.none(maxLength);
    out.write(PairIndex.magic());
  }

  void add(SequencePairs pairs) throws IOException {
    for (int i = 0; i < pairs.size(); i++) {
      int[] source = pairs.sources()[i];
      int[] target = pairs.targets()[i];
      Filtered before = filtered;
      filtered = before.and(source.length, target.length);
      if (filtered.kept() > before.kept()) {
        block.add(pairs.lines()[i], source, target);
      }
      if (block.isFull()) {
        writeBlock();
      }
    }
  }

  private void writeBlock() throws IOException {
    byte[] bytes = block.toBytes();
    out.write(bytes);
    index.add(bytes, block.pairs());
    block = new PairBlock();
  }

  void end(String identity) throws IOException {
    if (filtered.kept() == 0) {
      throw new InputException("nothing to train on: " + filtered);
    }
    if (block.pairs() > 0) {
      writeBlock();
    }
    out.write(index.toBytes(identity, filtered));
  }
}
