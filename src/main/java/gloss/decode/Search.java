package gloss.decode;

import gloss.recipe.DecodingRecipe;
import gloss.recipe.SearchRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The search for outputs, over a batch of sequences: a loop in which the model tells what may
 * follow, and each sequence chooses how to go on.
 *
 * <p>What is tried is a {@link SearchRecipe}; which tokens may follow is said by small policies;
 * how finished hypotheses compare is a {@link LengthPenalty}. A sequence that is done leaves the
 * batch. The hypotheses of a sequence do not depend on the others in its batch.
 */
public final class Search {
  private final SequenceSearch.Rules rules;

  /**
   * A search.
   *
   * @param recipe how; its words are not looked at, since they are no tokens: see {@link Demand}
   * @param continuesWord whether a token goes on with the word before it; required phrases end
   *     where words do
   */
  public Search(DecodingRecipe recipe, Marks marks, IntPredicate continuesWord) {
    rules =
        new SequenceSearch.Rules(recipe, Plan.of(recipe), Ranking.of(recipe), marks, continuesWord);
  }

  /**
   * Searches for each sequence of the batch.
   *
   * @param model with one row a sequence, in order
   * @param demands what is wanted of each output
   * @return for each sequence its finished hypotheses, best first; at least one
   */
  public List<List<Hypothesis>> search(NextTokens model, List<Demand> demands) {
    List<SequenceSearch> searches =
        demands.stream().map(demand -> new SequenceSearch(rules, demand)).toList();
    widen(model, searches);
    int[] newest = newest(searches);
    while (newest.length > 0) {
      NextTokens.Answer answer = model.next(newest, question(searches, newest.length));
      int[] origins = advance(searches, answer);
      int rows = newest.length;
      newest = newest(searches);
      if (newest.length > 0 && !isUnchanged(origins, rows)) {
        model.select(origins);
      }
    }
    return searches.stream().map(SequenceSearch::finished).toList();
  }

  /** The model has one row a sequence; some searches begin with several. */
  private static void widen(NextTokens model, List<SequenceSearch> searches) {
    int[] origins =
        IntStream.range(0, searches.size())
            .flatMap(i -> IntStream.range(0, searches.get(i).width()).map(row -> i))
            .toArray();
    if (origins.length > searches.size()) {
      model.select(origins);
    }
  }

  private static int[] newest(List<SequenceSearch> searches) {
    return searches.stream()
        .flatMapToInt(search -> IntStream.range(0, search.width()).map(search::newest))
        .toArray();
  }

  private Question question(List<SequenceSearch> searches, int rows) {
    int count = searches.stream().mapToInt(SequenceSearch::count).max().orElse(1);
    Question question =
        new Question(
            count,
            rules.recipe().repetition().penalty(),
            rules.plan().sampling().map(sampling -> draw(sampling, searches)).orElse(null));
    int row = 0;
    for (SequenceSearch search : searches) {
      search.ask(question, row);
      row += search.width();
    }
    if (row != rows) {
      throw new IllegalStateException("the searches have " + row + " rows, the model " + rows);
    }
    return question;
  }

  private static Question.Draw draw(SearchRecipe.Sampling sampling, List<SequenceSearch> searches) {
    double[] uniforms =
        searches.stream()
            .flatMapToDouble(
                search -> IntStream.range(0, search.width()).mapToDouble(search::uniform))
            .toArray();
    return new Question.Draw(sampling.temperature(), sampling.topK(), sampling.topP(), uniforms);
  }

  private static int[] advance(List<SequenceSearch> searches, NextTokens.Answer answer) {
    SequenceSearch.Answers answers = new SequenceSearch.Answers(answer);
    List<Integer> origins = new ArrayList<>();
    int row = 0;
    for (SequenceSearch search : searches) {
      int width = search.width();
      if (width > 0) {
        origins.addAll(search.advance(answers, row));
        row += width;
      }
    }
    return origins.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean isUnchanged(int[] origins, int rows) {
    return Arrays.equals(origins, IntStream.range(0, rows).toArray());
  }
}
