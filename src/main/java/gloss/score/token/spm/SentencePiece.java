package gloss.score.token.spm;

import gloss.score.token.Tokenizer;
import gloss.score.token.Tokens;
import gloss.text.InputException;
import gloss.text.WhiteSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The pieces of a SentencePiece model as tokens. */
public final class SentencePiece implements Tokenizer {
  private final String name;
  private final Normalizer normalizer;
  private final Encoder encoder;
  private final boolean byteFallback;
  private final Set<String> known = new HashSet<>();

  private SentencePiece(String name, Model model) {
    this.name = name;
    PieceTrie userDefined = new PieceTrie();
    PieceTrie all = new PieceTrie();
    List<Piece> pieces = model.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.isText()) {
        all.add(piece.text(), i);
        known.add(piece.text());
      }
      if (piece.type() == Piece.Type.USER_DEFINED) {
        userDefined.add(piece.text(), i);
      }
    }
    this.normalizer = model.normalizer(userDefined);
    this.byteFallback = model.byteFallback();
    this.encoder =
        switch (model.algorithm()) {
          case Model.UNIGRAM -> new UnigramEncoder(pieces, all);
          case Model.BPE -> new BpeEncoder(pieces, userDefined);
          default -> throw new IllegalArgumentException("it is neither a unigram nor a BPE model");
        };
  }

  /**
   * Reads a {@code .model} file.
   *
   * @param name what signatures call it
   * @throws InputException if the file is missing or not such a model
   */
  public static SentencePiece read(String name, Path file) throws IOException {
    try {
      return new SentencePiece(name, new Model(ByteBuffer.wrap(Files.readAllBytes(file))));
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file", e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new InputException(file + ": not a SentencePiece model: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** Unknown neighbours make one token, or with byte fallback one per byte. */
  @Override
  public void tokenize(String line, Tokens out) {
    String text = normalizer.normalize(line);
    StringBuilder unknown = new StringBuilder();
    int start = 0;
    for (int end : encoder.ends(text)) {
      String piece = text.substring(start, end);
      start = end;
      if (known.contains(piece)) {
        flush(unknown, out);
        add(piece, out);
      } else {
        unknown.append(piece);
      }
    }
    flush(unknown, out);
  }

  private void flush(StringBuilder unknown, Tokens out) {
    if (byteFallback) {
      for (byte b : unknown.toString().getBytes(StandardCharsets.UTF_8)) {
        out.add("<0x" + HexFormat.of().withUpperCase().toHexDigits(b) + ">");
      }
    } else {
      add(unknown.toString(), out);
    }
    unknown.setLength(0);
  }

  /** The reference joins pieces by blanks and splits at all white space again. */
  private static void add(String piece, Tokens out) {
    WhiteSpace.split(piece).forEach(out::add);
  }
}
