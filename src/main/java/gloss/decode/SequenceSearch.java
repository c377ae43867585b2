package gloss.decode;

import gloss.recipe.DecodingRecipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The search for the output of one sequence. */
final class SequenceSearch {
  private static final Comparator<Hypothesis> BEST_FIRST =
      Comparator.<Hypothesis>comparingInt(hypothesis -> hypothesis.missing().size())
          .thenComparing(Comparator.comparingDouble(Hypothesis::score).reversed());

  private final Rules rules;
  private final Demand demand;
  private final RequiredPhrases required;
  private final Selection selection;
  private final List<StepPolicy> policies;
  private final List<RandomGenerator> randoms = new ArrayList<>();
  private final List<Hypothesis> finished = new ArrayList<>();
  private List<Partial> beam;

  /** For each row the tokens that were asked for in this step. */
  private final List<List<Integer>> asked = new ArrayList<>();

  /** What holds for all sequences of a search. */
  record Rules(
      DecodingRecipe recipe, Plan plan, Ranking ranking, Marks marks, IntPredicate continuesWord) {}

  SequenceSearch(Rules rules, Demand demand) {
    this.rules = rules;
    this.demand = demand;
    required = new RequiredPhrases(demand.required(), rules.continuesWord);
    selection = rules.plan.selection().apply(required);
    policies = StepPolicies.of(rules.recipe.repetition(), demand, rules.marks, steering());
    SplittableRandom random = new SplittableRandom(demand.seed());
    int begin = rules.marks.begin();
    beam = IntStream.range(0, selection.groups()).mapToObj(g -> Partial.empty(begin, g)).toList();
    beam.forEach(sample -> randoms.add(random.split()));
  }

  /** Samples cannot be led to what is required of them. */
  private RequiredPhrases steering() {
    return rules.plan.sampling().isEmpty()
        ? required
        : new RequiredPhrases(List.of(), rules.continuesWord);
  }

  /** How many rows of the batch are this sequence's. */
  int width() {
    return beam.size();
  }

  int count() {
    return selection.count();
  }

  /** The newest token of a row. */
  int newest(int row) {
    return beam.get(row).newest().id();
  }

  /** The next number of a row's own random numbers. */
  double uniform(int row) {
    return randoms.get(beam.get(row).group()).nextDouble();
  }

  /** The finished hypotheses, best first. */
  List<Hypothesis> finished() {
    return finished.stream().sorted(BEST_FIRST).toList();
  }

  /** Says what it wants to know; its rows begin at {@code firstRow}. */
  void ask(Question question, int firstRow) {
    asked.clear();
    for (int row = 0; row < beam.size(); row++) {
      Partial hypothesis = beam.get(row);
      Question.Row next = new Question.Row(question, firstRow + row);
      policies.forEach(policy -> policy.apply(hypothesis, next));
      List<Integer> wanted =
          wanted(hypothesis).stream()
              .filter(token -> isForced(hypothesis) || !next.isBanned(token))
              .toList();
      wanted.forEach(next::ask);
      asked.add(wanted);
    }
  }

  private boolean isForced(Partial hypothesis) {
    return hypothesis.length() < demand.prefix().size();
  }

  /** The tokens whose log-probabilities are wanted beside those of the best. */
  private List<Integer> wanted(Partial hypothesis) {
    if (isForced(hypothesis)) {
      return List.of(demand.prefix().get(hypothesis.length()));
    }
    return required.isEmpty()
        ? List.of()
        : required.wanted(hypothesis.progress(), hypothesis.tokens());
  }

  /**
   * Continues all hypotheses by one token.
   *
   * @param answers to what was asked, in the same order
   * @return the rows of the batch that those of the next step come from
   */
  List<Integer> advance(Answers answers, int firstRow) {
    Selection.Choice choice = selection.choose(candidates(answers, firstRow), rules.marks.end());
    choice.ended().forEach(this::end);
    List<Partial> next = new ArrayList<>();
    for (Candidate candidate : choice.next()) {
      float[][] attention = answers.answer().attention();
      next.add(
          candidate.grown(
              attention == null ? null : attention[firstRow + candidate.row()], required));
    }
    boolean done = isDone(next);
    beam = done ? List.of() : next;
    return done
        ? List.of()
        : choice.next().stream().map(candidate -> firstRow + candidate.row()).toList();
  }

  private List<Candidate> candidates(Answers answers, int firstRow) {
    List<Candidate> candidates = new ArrayList<>();
    for (int row = 0; row < beam.size(); row++) {
      Partial from = beam.get(row);
      if (!isForced(from)) {
        best(answers.answer(), firstRow, row, candidates);
      }
      for (int token : asked.get(row)) {
        double logProbability = answers.nextAsked();
        if (isForced(from) || isNew(candidates, row, token)) {
          add(candidates, row, token, logProbability, logProbability);
        }
      }
    }
    return candidates;
  }

  private static boolean isNew(List<Candidate> candidates, int row, int token) {
    return candidates.stream().noneMatch(c -> c.row() == row && c.token() == token);
  }

  private void best(NextTokens.Answer answer, int firstRow, int row, List<Candidate> candidates) {
    double discouragement = rules.recipe.repetition().penalty();
    int[] written = discouragement == 1 ? new int[0] : beam.get(row).tokens();
    for (int k = 0; k < answer.count(); k++) {
      int at = (firstRow + row) * answer.count() + k;
      int token = answer.tokens()[at];
      double changed = answer.logProbabilities()[at];
      boolean again = IntStream.of(written).anyMatch(t -> t == token);
      add(candidates, row, token, again ? changed / discouragement : changed, changed);
    }
  }

  /** A token that is banned, or of which a broken model says nothing, is no candidate. */
  private void add(
      List<Candidate> candidates, int row, int token, double logProbability, double changed) {
    Partial from = beam.get(row);
    if (Double.isFinite(changed)) {
      double penalized = from.penalized() + changed;
      candidates.add(new Candidate(row, from, token, logProbability, penalized, penalized));
    }
  }

  /** Whether nothing is left to do; hypotheses that are as long as may be end as they are. */
  private boolean isDone(List<Partial> next) {
    if (next.isEmpty() && finished.isEmpty()) {
      beam.forEach(this::cutOff);
    }
    if (next.isEmpty() || isStopped(next)) {
      return true;
    }
    boolean full = next.get(0).length() >= demand.maxLength();
    if (full) {
      next.forEach(this::cutOff);
    }
    return full;
  }

  private boolean isStopped(List<Partial> next) {
    double best = next.stream().mapToDouble(Partial::penalized).max().orElseThrow();
    double[] scores =
        finished.stream()
            .map(Hypothesis::score)
            .sorted(Comparator.reverseOrder())
            .mapToDouble(s -> s)
            .toArray();
    return rules.plan.stop().isDone(scores, rules.ranking.bound(best, demand.maxLength()));
  }

  private void end(Candidate candidate) {
    List<Partial.Token> written = new ArrayList<>(candidate.from().written());
    written.add(new Partial.Token(candidate.token(), candidate.logProbability(), null));
    finish(candidate.from(), written, candidate.penalized());
  }

  private void cutOff(Partial partial) {
    finish(partial, partial.written(), partial.penalized());
  }

  private void finish(Partial partial, List<Partial.Token> written, double penalized) {
    List<float[]> attention = new ArrayList<>();
    for (Partial.Token token : written) {
      if (token.attention() != null) {
        attention.add(token.attention());
      }
    }
    finished.add(
        new Hypothesis(
            partial.tokens(),
            written.stream().mapToDouble(Partial.Token::logProbability).toArray(),
            rules.ranking.score(penalized, written.size(), attention),
            attention.isEmpty() ? null : attention.toArray(float[][]::new),
            required.missing(partial.progress())));
  }

  /** An answer, and how far its numbers for asked tokens are read. */
  static final class Answers {
    private final NextTokens.Answer answer;
    private int asked;

    Answers(NextTokens.Answer answer) {
      this.answer = answer;
    }

    NextTokens.Answer answer() {
      return answer;
    }

    float nextAsked() {
      return answer.asked()[asked++];
    }
  }
}
