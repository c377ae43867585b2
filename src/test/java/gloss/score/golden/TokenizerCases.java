package gloss.score.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import gloss.score.chrf.ChrfWordsCases;
import gloss.score.ter.TercomCases;
import gloss.score.token.Tokenizers;
import gloss.text.WhiteSpace;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Tokens of lines. */
final class TokenizerCases {
  private TokenizerCases() {}

  static void byName(GoldenCase golden) throws IOException {
    check(golden, Tokenizers.named(golden.tool().substring("tokenize-".length()))::tokenize);
  }

  static void chrfWords(GoldenCase golden) throws IOException {
    check(golden, ChrfWordsCases::words);
  }

  static void tercom(GoldenCase golden) throws IOException {
    check(
        golden,
        line ->
            TercomCases.words(
                golden.flag("normalized"),
                golden.flag("no_punct"),
                golden.flag("asian_support"),
                line));
  }

  private static void check(GoldenCase golden, Function<String, List<String>> tokenizer)
      throws IOException {
    List<String> lines = golden.rawLines(golden.hypothesisFile());
    JsonArray expected = golden.expectedFile();
    assertThat(lines).hasSize(expected.size());
    for (int i = 0; i < lines.size(); i++) {
      assertThat(tokenizer.apply(lines.get(i)))
          .isEqualTo(WhiteSpace.split(expected.get(i).getAsString()));
    }
  }
}
