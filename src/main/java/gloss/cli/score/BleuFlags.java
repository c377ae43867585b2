package gloss.cli.score;

import gloss.score.bleu.Bleu;
import gloss.score.bleu.Smoothings;
import gloss.score.token.Tokenizer;
import gloss.score.token.Tokenizers;
import gloss.text.InputException;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of BLEU. */
final class BleuFlags {
  private static final Map<String, String> LANGUAGE_TOKENIZERS =
      Map.of("zh", "zh", "ja", "ja-mecab", "ko", "ko-mecab");

  @Option(
      names = {"-s", "--smooth-method"},
      paramLabel = "NAME",
      defaultValue = "exp",
      description = "Smoothing: exp, floor, add-k or none (default: ${DEFAULT-VALUE}).")
  private String smoothing;

  @Option(
      names = {"-sv", "--smooth-value"},
      paramLabel = "X",
      description = "Value for floor (default: 0.1) or add-k (default: 1).")
  private @Nullable Double smoothValue;

  @Option(
      names = {"-tok", "--tokenize"},
      paramLabel = "NAME",
      description = {
        "Tokenizer: 13a, intl, zh, char, none, or spm=FILE, flores101=FILE, flores200=FILE,",
        "spBLEU-1K=FILE for a SentencePiece model (default: 13a, or zh with -l xx-zh)."
      })
  private @Nullable String tokenizer;

  @Option(
      names = {"-l", "--language-pair"},
      paramLabel = "SRC-TRG",
      description = "Languages, for the choice of the tokenizer.")
  private @Nullable String languages;

  @Option(
      names = {"-lc", "--lowercase"},
      description = "Ignore case in BLEU.")
  private boolean lowercase;

  @Option(names = "--force", description = "The text is meant to look tokenized; do not warn.")
  private boolean force;

  @Option(
      names = "--effective-order",
      description = "Leave out orders for which the texts are too short; always with -sl.")
  private boolean effectiveOrder;

  @Option(
      names = "--max-ngram-order",
      paramLabel = "N",
      defaultValue = "4",
      description = "Longest n-gram of BLEU (default: ${DEFAULT-VALUE}).")
  private int maxOrder;

  Bleu.Builder settings() {
    OptionalDouble value =
        smoothValue == null ? OptionalDouble.empty() : OptionalDouble.of(smoothValue);
    return Bleu.builder()
        .smoothing(Smoothings.named(smoothing, value))
        .tokenizer(tokenizer())
        .lowercase(lowercase)
        .tokenizedOnPurpose(force)
        .effectiveOrder(effectiveOrder)
        .maxOrder(maxOrder);
  }

  private Tokenizer tokenizer() {
    if (tokenizer != null) {
      return Tokenizers.named(tokenizer);
    }
    if (languages == null) {
      return Tokenizers.MTEVAL_13A;
    }
    int dash = languages.indexOf('-');
    if (dash < 0) {
      throw new InputException("-l takes two languages such as en-de, but was '" + languages + "'");
    }
    String target = languages.substring(dash + 1);
    return Tokenizers.named(LANGUAGE_TOKENIZERS.getOrDefault(target, "13a"));
  }
}
