package gloss.score.token;

import java.util.List;
import java.util.function.Function;

/** Somebody else's function under a name. */
record CustomTokenizer(String name, Function<String, List<String>> splitter) implements Tokenizer {
  CustomTokenizer {
    if (name.isEmpty() || name.contains("|") || name.contains(":")) {
      throw new IllegalArgumentException(
          "a tokenizer's name stands in signatures: not empty, no '|' and no ':', but was '"
              + name
              + "'");
    }
  }

  @Override
  public void tokenize(String line, Tokens out) {
    splitter.apply(line).forEach(out::add);
  }
}
