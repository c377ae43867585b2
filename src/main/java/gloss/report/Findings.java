package gloss.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for trouble in a run and says it in a sentence that also tells what helps. */
final class Findings {
  /** The validation loss may swing by this much before it counts as rising. */
  private static final double SWING = 1.05;

  /** So many validations after the lowest loss are needed to speak of a course. */
  private static final int COURSE = 2;

  private Findings() {}

  static List<String> of(History history) {
    List<String> findings = new ArrayList<>();
    notANumber(history).ifPresent(findings::add);
    overfitting(history).ifPresent(findings::add);
    skipped(history).ifPresent(findings::add);
    collapse(history).ifPresent(findings::add);
    return findings;
  }

  private static Optional<String> notANumber(History history) {
    return history.steps().stream()
        .dropWhile(step -> !Double.isFinite(step.loss()))
        .filter(step -> !Double.isFinite(step.loss()))
        .findFirst()
        .map(
            step ->
                "The training loss is not a number at step "
                    + step.at().step()
                    + ": training has diverged. A lower learning rate, a longer warm-up or clipping"
                    + " of the gradient helps.");
  }

  private static Optional<String> overfitting(History history) {
    List<Event.Validation> validations =
        history.validations().stream().filter(v -> Double.isFinite(v.loss())).toList();
    int lowest = 0;
    for (int i = 1; i < validations.size(); i++) {
      lowest = validations.get(i).loss() < validations.get(lowest).loss() ? i : lowest;
    }
    if (validations.size() - 1 - lowest < COURSE) {
      return Optional.empty();
    }
    Event.Validation low = validations.get(lowest);
    Event.Validation last = validations.get(validations.size() - 1);
    double before = trainingLossAt(history, low.at().step());
    double after = trainingLossAt(history, last.at().step());
    if (last.loss() < low.loss() * SWING || !(after < before)) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Training and validation drift apart: from step %d to %d the training loss fell from %s to %s"
                + " while the validation loss rose from %s to %s. The model learns the training"
                + " data by heart; more data, more dropout, a smaller model or an earlier stop"
                + " helps.",
            low.at().step(),
            last.at().step(),
            Html.number(before),
            Html.number(after),
            Html.number(low.loss()),
            Html.number(last.loss())));
  }

  /** The loss of the last training event up to a step; NaN where there is none. */
  private static double trainingLossAt(History history, long step) {
    double loss = Double.NaN;
    for (Event.Step event : history.steps()) {
      if (event.at().step() <= step && Double.isFinite(event.loss())) {
        loss = event.loss();
      }
    }
    return loss;
  }

  private static Optional<String> skipped(History history) {
    List<Event.Skipped> skipped = history.skipped();
    if (skipped.isEmpty()) {
      return Optional.empty();
    }
    Event.Skipped last = skipped.get(skipped.size() - 1);
    return Optional.of(
        (skipped.size() == 1 ? "One step was" : skipped.size() + " steps were")
            + " left out, since loss or gradient was not finite; the last was step "
            + last.at().step()
            + (last.batch().isEmpty() ? "" : " with " + last.batch())
            + ". A lower learning rate or a longer warm-up helps, and a look at these lines.");
  }

  private static Optional<String> collapse(History history) {
    return history.validations().stream()
        .reduce((first, second) -> second)
        .map(Event.Validation::warning)
        .filter(warning -> !warning.isEmpty())
        .map(
            warning ->
                "At the last validation "
                    + warning
                    + ". The model does not look at its input yet; more training or a lower"
                    + " learning rate helps.");
  }
}
