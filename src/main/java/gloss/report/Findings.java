package gloss.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for trouble in a run and says it in a sentence that also tells what helps. */
final class Findings {
  /** The validation loss may swing by this much before it counts as rising. */
  private static final double SWING = 1.05;

  /** So many validations after the lowest loss are needed to speak of a course. */
  private static final int COURSE = 2;

  /** So many samples are needed to speak of all outputs. */
  private static final int SAMPLES = 3;

  /** So many words are needed to speak of repetition. */
  private static final int WORDS = 8;

  private Findings() {}

  static List<String> of(History history) {
    List<String> findings = new ArrayList<>();
    notANumber(history).ifPresent(findings::add);
    overfitting(history).ifPresent(findings::add);
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

  private static Optional<String> collapse(History history) {
    List<Event.Validation> validations = history.validations();
    if (validations.isEmpty()) {
      return Optional.empty();
    }
    List<Event.Sample> samples = validations.get(validations.size() - 1).samples();
    Collection<String> outputs = distinct(samples, Event.Sample::hypothesis);
    String helps =
        " The model does not look at its input yet; more training or a lower learning rate helps.";
    if (samples.size() >= SAMPLES
        && outputs.size() == 1
        && distinct(samples, Event.Sample::reference).size() > 1) {
      return Optional.of(
          outputs.iterator().next().isBlank()
              ? "All sampled outputs of the last validation are empty." + helps
              : "All sampled outputs of the last validation are the same." + helps);
    }
    boolean repeats =
        samples.stream().anyMatch(s -> repeats(s.hypothesis()) && !repeats(s.reference()));
    return repeats
        ? Optional.of(
            "An output of the last validation repeats one word over and over; more training helps,"
                + " and a longer look at the training data for such lines.")
        : Optional.empty();
  }

  private static Collection<String> distinct(
      List<Event.Sample> samples, Function<Event.Sample, String> part) {
    return samples.stream().map(part).collect(Collectors.toSet());
  }

  /** Whether one word makes up more than half of a text of some length. */
  private static boolean repeats(String text) {
    String[] words = text.strip().split("\\s+");
    Map<String, Long> counts =
        Stream.of(words).collect(Collectors.groupingBy(w -> w, Collectors.counting()));
    return words.length >= WORDS && counts.values().stream().anyMatch(n -> n * 2 > words.length);
  }
}
