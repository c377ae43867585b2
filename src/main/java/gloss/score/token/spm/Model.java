package gloss.score.token.spm;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a {@code ModelProto} that encoding needs: pieces (field 1), trainer settings (2),
 * normalizer settings (3).
 */
final class Model {
  static final int UNIGRAM = 1;
  static final int BPE = 2;

  private final List<Piece> pieces = new ArrayList<>();
  private int algorithm = UNIGRAM;
  private boolean byteFallback;
  private boolean spaceAsSuffix;
  private ByteBuffer charsmap = ByteBuffer.allocate(0);
  private boolean dummyPrefix = true;
  private boolean removeExtraSpaces = true;
  private boolean escapeSpaces = true;

  /** Throws an IllegalArgumentException if the bytes are not a model. */
  Model(ByteBuffer bytes) {
    ProtoReader in = new ProtoReader(bytes);
    while (in.next()) {
      switch (in.field()) {
        case 1 -> pieces.add(piece(in.message()));
        case 2 -> trainer(in.message());
        case 3 -> normalizer(in.message());
        default -> in.skip();
      }
    }
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("it has no pieces");
    }
  }

  private static Piece piece(ProtoReader in) {
    String text = "";
    float score = 0;
    Piece.Type type = Piece.Type.NORMAL;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> text = in.string();
        case 2 -> score = in.single();
        case 3 -> type = Piece.Type.of(in.number());
        default -> in.skip();
      }
    }
    return new Piece(text, score, type);
  }

  private void trainer(ProtoReader in) {
    while (in.next()) {
      switch (in.field()) {
        case 3 -> algorithm = (int) in.number();
        case 24 -> spaceAsSuffix = in.flag();
        case 35 -> byteFallback = in.flag();
        default -> in.skip();
      }
    }
  }

  private void normalizer(ProtoReader in) {
    while (in.next()) {
      switch (in.field()) {
        case 2 -> charsmap = in.bytes();
        case 3 -> dummyPrefix = in.flag();
        case 4 -> removeExtraSpaces = in.flag();
        case 5 -> escapeSpaces = in.flag();
        default -> in.skip();
      }
    }
  }

  List<Piece> pieces() {
    return pieces;
  }

  int algorithm() {
    return algorithm;
  }

  boolean byteFallback() {
    return byteFallback;
  }

  Normalizer normalizer(PieceTrie userDefined) {
    return new Normalizer(
        new Charsmap(charsmap),
        userDefined,
        new Normalizer.Spaces(dummyPrefix, removeExtraSpaces, escapeSpaces, spaceAsSuffix));
  }
}
