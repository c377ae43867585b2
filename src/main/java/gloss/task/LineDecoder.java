package gloss.task;

import gloss.decode.Hypothesis;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.WordsRecipe;
import gloss.subword.Vocabulary;
import gloss.text.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Translates lines: cuts them into parts, and joins what comes of these. */
final class LineDecoder {
  private static final WordsRecipe NOTHING = new WordsRecipe("", List.of(), List.of());

  private final Ensemble models;
  private final DecodingRecipe recipe;
  private final Runnable mayStop;
  private final LineParts parts;

  LineDecoder(Ensemble models, DecodingRecipe recipe, Runnable mayStop) {
    this.models = models;
    this.recipe = recipe;
    this.mayStop = mayStop;
    parts =
        new LineParts(
            models.tokenizers().source(),
            models.longestSource(),
            new Sentences(models.language()),
            recipe.output().longLines());
  }

  /** The results of lines, in order. */
  List<TranslationResult> decode(List<TranslationRequest> requests) {
    List<List<LinePart>> partsOfLines =
        requests.stream().map(request -> parts.of(request.text())).toList();
    List<PartDecoder.Wanted> wanted = new ArrayList<>();
    for (int line = 0; line < requests.size(); line++) {
      WordsRecipe words = requests.get(line).words();
      for (LinePart part : partsOfLines.get(line)) {
        if (!part.isCopied()) {
          wanted.add(new PartDecoder.Wanted(part, words));
          // What is wanted of a line is wanted of its first part.
          words = new WordsRecipe("", List.of(), words.mustNot());
        }
      }
    }
    List<List<PartOutput>> found = new PartDecoder(models, recipe, mayStop).decode(wanted);
    List<TranslationResult> results = new ArrayList<>();
    int from = 0;
    for (int line = 0; line < requests.size(); line++) {
      List<LinePart> ofLine = partsOfLines.get(line);
      int count = (int) ofLine.stream().filter(part -> !part.isCopied()).count();
      results.add(result(requests.get(line), ofLine, found.subList(from, from + count)));
      from += count;
    }
    return results;
  }

  private TranslationResult result(
      TranslationRequest request, List<LinePart> ofLine, List<List<PartOutput>> found) {
    int outputs = found.stream().mapToInt(List::size).max().orElse(1);
    return new TranslationResult(
        IntStream.range(0, outputs)
            .mapToObj(rank -> joined(request.words(), ofLine, found, rank))
            .toList());
  }

  /** The outputs of one rank side by side; a part that has fewer outputs gives its last. */
  private TranslationOutput joined(
      WordsRecipe words, List<LinePart> ofLine, List<List<PartOutput>> found, int rank) {
    Joined joined = new Joined(models.tokenizers());
    int next = 0;
    for (LinePart part : ofLine) {
      if (part.isCopied()) {
        joined.copy(part.text());
      } else {
        List<PartOutput> outputs = found.get(next++);
        joined.add(part, outputs.get(Math.min(rank, outputs.size() - 1)));
      }
    }
    return joined.output(words);
  }

  /** What is known of a line's output while its parts are put together. */
  private static final class Joined {
    private final TokenizerPair tokenizers;
    private final List<String> texts = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<Double> logProbabilities = new ArrayList<>();
    private final List<WordWeight> weights = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private double score;
    private int scored;
    private int sourceWords;
    private int targetWords;

    Joined(TokenizerPair tokenizers) {
      this.tokenizers = tokenizers;
    }

    void copy(String text) {
      texts.add(text);
      copied.add(
          "has %d letters without a space as they were: that is no word, and was not translated"
              .formatted(text.codePointCount(0, text.length())));
      weights.add(new WordWeight(sourceWords++, targetWords++, 1));
    }

    void add(LinePart part, PartOutput output) {
      Hypothesis hypothesis = output.hypothesis();
      texts.add(output.text());
      score += output.score();
      scored++;
      Arrays.stream(hypothesis.tokens()).forEach(this::addToken);
      if (hypothesis.isEnded()) {
        addToken(Vocabulary.EOS);
      }
      Arrays.stream(hypothesis.logProbabilities()).forEach(logProbabilities::add);
      output
          .alignment()
          .weights()
          .forEach(weight -> weights.add(weight.shifted(sourceWords, targetWords)));
      sourceWords += words(part.text());
      targetWords += words(output.text());
    }

    private void addToken(int id) {
      tokens.add(tokenizers.target().vocabulary().token(id));
    }

    private static int words(String text) {
      return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    TranslationOutput output(WordsRecipe words) {
      String text = String.join(" ", texts);
      List<String> unmet = new ArrayList<>(copied);
      if (!words.isEmpty()) {
        unmet.addAll(unmet(text, words));
      }
      return new TranslationOutput(
          text,
          scored == 0 ? 0 : score / scored,
          tokens,
          logProbabilities,
          new Alignment(weights),
          unmet);
    }
  }

  /** What was wanted and is not so. */
  private static List<String> unmet(String text, WordsRecipe words) {
    List<String> unmet = new ArrayList<>();
    if (!text.startsWith(words.prefix().strip())) {
      unmet.add("does not begin with '" + words.prefix() + "'");
    }
    for (String phrase : words.must()) {
      if (!hasWords(text, phrase)) {
        unmet.add("lacks '" + phrase + "'");
      }
    }
    for (String phrase : words.mustNot()) {
      if (hasWords(text, phrase)) {
        unmet.add("has '" + phrase + "'");
      }
    }
    return unmet;
  }

  private static boolean hasWords(String text, String phrase) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(phrase.strip()) + "(?![\\p{L}\\p{N}])")
        .matcher(text)
        .find();
  }

  /** A line of which nothing is wanted. */
  static TranslationRequest plain(String line) {
    return new TranslationRequest(line, NOTHING);
  }
}
