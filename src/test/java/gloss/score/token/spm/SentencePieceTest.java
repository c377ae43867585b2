package gloss.score.token.spm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.score.token.Tokenizers;
import gloss.text.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models are built byte by byte; the segmentations were worked out by hand. */
class SentencePieceTest {
  private static final int NORMAL = 1;
  private static final int UNKNOWN = 2;
  private static final int USER_DEFINED = 4;
  private static final int UNUSED = 5;

  @TempDir Path folder;

  @Test
  void unigramTakesTheMostProbablePath() throws IOException {
    Bytes model = new Bytes();
    model.piece("<unk>", 0, UNKNOWN);
    model.piece("▁", -3, NORMAL);
    model.piece("a", -2, NORMAL);
    model.piece("b", -2, NORMAL);
    model.piece("ab", -3, NORMAL);
    model.piece("▁ab", -5, NORMAL);
    model.piece("zz", -1, UNUSED);
    model.settings(1, false);
    assertThat(tokens(model, "ab  ab xy aba")).containsExactly("▁ab", "▁ab", "▁", "xy", "▁ab", "a");
  }

  @Test
  void bpeJoinsTheBestNeighboursFirst() throws IOException {
    Bytes model = new Bytes();
    model.piece("<unk>", 0, UNKNOWN);
    model.piece("▁", -9, NORMAL);
    model.piece("a", -9, NORMAL);
    model.piece("b", -9, NORMAL);
    model.piece("c", -9, NORMAL);
    model.piece("bc", 0, NORMAL);
    model.piece("ab", -1, NORMAL);
    model.piece("▁a", -2, NORMAL);
    model.piece("ca", -3, UNUSED);
    model.settings(2, false);
    assertThat(tokens(model, "abc ca")).containsExactly("▁a", "bc", "▁", "c", "a");
  }

  @Test
  void unknownCharactersBecomeBytesWhereTheModelSaysSo() throws IOException {
    Bytes model = new Bytes();
    model.piece("<unk>", 0, UNKNOWN);
    model.piece("▁", -1, NORMAL);
    model.settings(1, true);
    assertThat(tokens(model, "é")).containsExactly("▁", "<0xC3>", "<0xA9>");
  }

  @Test
  void whatTheUserDefinedStaysWhole() throws IOException {
    Bytes model = new Bytes();
    model.piece("<unk>", 0, UNKNOWN);
    model.piece("▁", -1, NORMAL);
    model.piece("a", -1, NORMAL);
    model.piece("b", -1, NORMAL);
    model.piece("aba", -50, USER_DEFINED);
    model.settings(1, false);
    assertThat(tokens(model, "aabab")).containsExactly("▁", "a", "aba", "b");
  }

  @Test
  void normalizesByTheMapOfTheModel() throws IOException {
    Bytes model = new Bytes();
    model.piece("<unk>", 0, UNKNOWN);
    model.piece("▁", -1, NORMAL);
    model.piece("b", -1, NORMAL);
    model.settings(1, false, charsmapFromAToB());
    assertThat(tokens(model, "ab")).containsExactly("▁", "b", "b");
  }

  /** A double array with the single entry "a" → "b". */
  private static byte[] charsmapFromAToB() {
    int[] units = new int[512];
    units[0] = 256 << 10;
    int node = 256 ^ 'a';
    // The child's label, that it has a leaf, and where the leaf lies: node ^ 1.
    units[node] = 'a' | 1 << 8 | 1 << 10;
    units[node ^ 1] = 0;
    ByteBuffer blob = ByteBuffer.allocate(4 + 4 * units.length + 2).order(ByteOrder.LITTLE_ENDIAN);
    blob.putInt(4 * units.length);
    for (int unit : units) {
      blob.putInt(unit);
    }
    return blob.put((byte) 'b').put((byte) 0).array();
  }

  @Test
  void signaturesSayTheName() throws IOException {
    Bytes model = new Bytes();
    model.piece("a", -1, NORMAL);
    model.settings(1, false);
    Path file = write(model);
    assertThat(Tokenizers.named("flores200=" + file).name()).isEqualTo("flores200");
    assertThat(Tokenizers.named("spm=" + file).name()).matches("spm-[0-9a-f]{8}");
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("text"), "this is no model");
    assertThatThrownBy(() -> SentencePiece.read("spm", file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not a SentencePiece model");
    Path empty = Files.writeString(folder.resolve("empty"), "");
    assertThatThrownBy(() -> SentencePiece.read("spm", empty)).isInstanceOf(InputException.class);
  }

  private java.util.List<String> tokens(Bytes model, String line) throws IOException {
    return SentencePiece.read("spm", write(model)).tokenize(line);
  }

  private Path write(Bytes model) throws IOException {
    return Files.write(folder.resolve("model"), model.out.toByteArray());
  }

  /** Writes protocol buffers. */
  private static final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void piece(String text, float score, int type) {
      Bytes piece = new Bytes();
      piece.bytes(1, text.getBytes(StandardCharsets.UTF_8));
      piece.varint(2 << 3 | 5);
      piece.out.writeBytes(
          ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(score).array());
      piece.varint(3 << 3);
      piece.varint(type);
      bytes(1, piece.out.toByteArray());
    }

    void settings(int algorithm, boolean byteFallback) {
      settings(algorithm, byteFallback, new byte[0]);
    }

    void settings(int algorithm, boolean byteFallback, byte[] charsmap) {
      Bytes trainer = new Bytes();
      trainer.varint(3 << 3);
      trainer.varint(algorithm);
      trainer.varint(35 << 3);
      trainer.varint(byteFallback ? 1 : 0);
      bytes(2, trainer.out.toByteArray());
      Bytes normalizer = new Bytes();
      normalizer.bytes(2, charsmap);
      bytes(3, normalizer.out.toByteArray());
    }

    private void bytes(int field, byte[] content) {
      varint(field << 3 | 2);
      varint(content.length);
      out.writeBytes(content);
    }

    private void varint(int value) {
      int rest = value;
      while (rest > 127) {
        out.write(rest & 127 | 128);
        rest >>>= 7;
      }
      out.write(rest);
    }
  }
}
