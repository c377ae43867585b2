package gloss.score.token;

import java.util.List;
import java.util.function.Function;

/** Splits a line into the tokens that a metric counts. Immutable, for any number of threads. */
public interface Tokenizer {
  /** The name in signatures; two tokenizers with the same name give the same tokens. */
  String name();

  /** Appends the tokens of a line to {@code out}. */
  void tokenize(String line, Tokens out);

  /** The tokens of a line. */
  default List<String> tokenize(String line) {
    Tokens tokens = new Tokens();
    tokenize(line, tokens);
    return tokens.toList();
  }

  /**
   * A tokenizer of your own.
   *
   * @param name what the signature says; letters, digits and {@code - . _}
   * @param splitter line to tokens; empty tokens are dropped
   */
  static Tokenizer of(String name, Function<String, List<String>> splitter) {
    return new CustomTokenizer(name, splitter);
  }
}
