package gloss.score.token;

import gloss.score.token.spm.SentencePiece;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The index of tokenizers: every name that a user may give, with what it stands for. */
public final class Tokenizers {
  /** {@code 13a}, the tokenizer of WMT and the default of BLEU. */
  public static final Tokenizer MTEVAL_13A = new Mteval13a();

  /** {@code intl}: by Unicode categories, for languages with other punctuation than ASCII's. */
  public static final Tokenizer INTERNATIONAL = new International();

  /** {@code zh}: Chinese characters one by one, the rest as {@code 13a}. */
  public static final Tokenizer CHINESE = new Chinese();

  /** {@code char}: every character. */
  public static final Tokenizer CHARACTERS = new Characters();

  /** {@code none}: words are what white space parts. */
  public static final Tokenizer NONE = new None();

  /** Names of SentencePiece tokenizers; each needs its model as a file. */
  public static final List<String> SENTENCE_PIECE =
      List.of("spm", "flores101", "flores200", "spBLEU-1K");

  private static final Map<String, Tokenizer> INDEX =
      index(NONE, CHINESE, MTEVAL_13A, INTERNATIONAL, CHARACTERS);

  private Tokenizers() {}

  private static Map<String, Tokenizer> index(Tokenizer... tokenizers) {
    Map<String, Tokenizer> index = new LinkedHashMap<>();
    for (Tokenizer tokenizer : tokenizers) {
      index.put(tokenizer.name(), tokenizer);
    }
    return Collections.unmodifiableMap(index);
  }

  /** All of them by name. */
  public static Map<String, Tokenizer> index() {
    return INDEX;
  }

  /**
   * The tokenizer of that name, or of {@code NAME=FILE} where the name is one of {@link
   * #SENTENCE_PIECE} and the file a SentencePiece model. Signatures say the name; for {@code spm}
   * also the first digits of the file's SHA-256.
   *
   * @throws InputException if there is none; the nearest name is offered
   */
  public static Tokenizer named(String name) {
    int equals = name.indexOf('=');
    String key = equals < 0 ? name : name.substring(0, equals);
    if (SENTENCE_PIECE.contains(key)) {
      if (equals < 0) {
        throw new InputException(
            "the tokenizer '" + name + "' needs its model; write " + name + "=FILE.model");
      }
      return sentencePiece(key, Path.of(name.substring(equals + 1)));
    }
    Tokenizer tokenizer = INDEX.get(name);
    if (tokenizer == null) {
      throw new InputException("no tokenizer is called '" + name + "'" + hint(name));
    }
    return tokenizer;
  }

  private static String hint(String name) {
    List<String> names = new ArrayList<>(INDEX.keySet());
    SENTENCE_PIECE.forEach(n -> names.add(n + "=FILE"));
    return Nearest.hint(name, names);
  }

  private static Tokenizer sentencePiece(String key, Path file) {
    try {
      String name = key.equals("spm") && Files.exists(file) ? "spm-" + digest(file) : key;
      return SentencePiece.read(name, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Path file) throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
