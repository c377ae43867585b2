package gloss.task;

import gloss.decode.Hypothesis;
import gloss.subword.Subwords;
import gloss.subword.Vocabulary;
import java.util.Arrays;

/** Makes text of hypotheses. */
final class PartTexts {
  private final TokenizerPair tokenizers;

  PartTexts(TokenizerPair tokenizers) {
    this.tokenizers = tokenizers;
  }

  PartOutput output(int[] source, Hypothesis hypothesis) {
    String text = text(source, hypothesis).replace('\n', ' ').strip();
    float[][] attention = hypothesis.attention();
    Alignment alignment =
        attention == null
            ? Alignment.NONE
            : WordAlignment.of(
                WordAlignment.words(tokenizers.source(), source),
                WordAlignment.words(tokenizers.target(), hypothesis.tokens()),
                attention);
    return new PartOutput(text, hypothesis.score(), hypothesis, alignment);
  }

  /** The unknown word becomes the source word that it looks at most. */
  private String text(int[] source, Hypothesis hypothesis) {
    Subwords target = tokenizers.target();
    int[] tokens = hypothesis.tokens();
    float[][] attention = hypothesis.attention();
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] == Vocabulary.UNK && attention != null) {
        text.append(target.decode(Arrays.copyOfRange(tokens, from, i)));
        text.append(' ').append(word(source, attention[i]));
        from = i + 1;
      }
    }
    return text.append(target.decode(Arrays.copyOfRange(tokens, from, tokens.length))).toString();
  }

  private String word(int[] source, float[] attention) {
    int[] words = WordAlignment.words(tokenizers.source(), source);
    double[] sums = new double[WordAlignment.count(words)];
    for (int i = 0; i < words.length; i++) {
      sums[words[i]] += attention[i];
    }
    int word = WordAlignment.largest(sums);
    int[] ids = new int[source.length];
    int count = 0;
    for (int i = 0; i < source.length; i++) {
      if (words[i] == word) {
        ids[count++] = source[i];
      }
    }
    return tokenizers.source().decode(Arrays.copyOf(ids, count)).strip();
  }
}
