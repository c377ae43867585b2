package gloss.decode;

import gloss.recipe.RepetitionRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The policies that there are. */
final class StepPolicies {
  private StepPolicies() {}

  /** Those that a recipe and a demand ask for. */
  static List<StepPolicy> of(
      RepetitionRecipe repetition, Demand demand, Marks marks, RequiredPhrases required) {
    List<StepPolicy> policies = new ArrayList<>();
    policies.add(never(marks.never()));
    if (demand.minLength() > 0) {
      policies.add(noEndBefore(demand.minLength(), marks.end()));
    }
    if (repetition.noRepeatNgram() > 0) {
      policies.add(noRepeatedNgram(repetition.noRepeatNgram()));
    }
    if (repetition.penalty() > 1) {
      policies.add(StepPolicies::discourageWritten);
    }
    demand.forbidden().forEach(phrase -> policies.add(forbidden(phrase)));
    if (!required.isEmpty()) {
      policies.add(noEndWithout(required, marks.end()));
    }
    return policies;
  }

  /** Marks that mean no word. */
  static StepPolicy never(List<Integer> ids) {
    return (hypothesis, next) -> ids.forEach(next::ban);
  }

  /** An output is not shorter. */
  static StepPolicy noEndBefore(int minLength, int end) {
    return (hypothesis, next) -> {
      if (hypothesis.length() < minLength) {
        next.ban(end);
      }
    };
  }

  /** No {@code n} tokens in a row come twice (Paulus et al. 2018). */
  static StepPolicy noRepeatedNgram(int n) {
    return (hypothesis, next) -> {
      int[] tokens = hypothesis.tokens();
      int start = tokens.length - (n - 1);
      for (int i = 0; i + n <= tokens.length && start >= 0; i++) {
        if (Arrays.equals(tokens, i, i + n - 1, tokens, start, tokens.length)) {
          next.ban(tokens[i + n - 1]);
        }
      }
    };
  }

  /** A token that was written before becomes less likely (Keskar et al. 2019). */
  private static void discourageWritten(Partial hypothesis, Question.Row next) {
    Arrays.stream(hypothesis.tokens()).distinct().forEach(next::discourage);
  }

  /** The token that would complete a phrase may not follow the rest of it. */
  static StepPolicy forbidden(Phrase phrase) {
    return (hypothesis, next) -> {
      int[] tokens = hypothesis.tokens();
      banLast(phrase.inside(), tokens, next);
      if (tokens.length == phrase.atStart().length - 1) {
        banLast(phrase.atStart(), tokens, next);
      }
    };
  }

  private static void banLast(int[] form, int[] tokens, Question.Row next) {
    int rest = form.length - 1;
    int start = tokens.length - rest;
    if (start >= 0 && Arrays.equals(form, 0, rest, tokens, start, tokens.length)) {
      next.ban(form[rest]);
    }
  }

  /** An output does not end without the required phrases. */
  static StepPolicy noEndWithout(RequiredPhrases required, int end) {
    return (hypothesis, next) -> {
      if (!required.missing(hypothesis.progress()).isEmpty()) {
        next.ban(end);
      }
    };
  }
}
