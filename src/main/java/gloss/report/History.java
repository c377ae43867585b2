package gloss.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The events of a run joined into one course.
 *
 * <p>A resumed run goes on from a checkpoint, which may lie before the last event of the run that
 * was cut off: what comes later in the log replaces what it repeats.
 */
final class History {
  private final List<Event.Start> starts = new ArrayList<>();
  private final NavigableMap<Long, Event.Step> steps = new TreeMap<>();
  private final NavigableMap<Long, Event.Validation> validations = new TreeMap<>();
  private final NavigableMap<Long, Event.Skipped> skipped = new TreeMap<>();
  private Optional<Event.End> end = Optional.empty();
  private final Map<String, Event.Test> tests = new LinkedHashMap<>();
  private final Map<String, Event.Confusion> confusions = new LinkedHashMap<>();
  private double seconds;

  private History() {}

  static History of(List<Event> events) {
    History history = new History();
    events.forEach(history::add);
    return history;
  }

  private void add(Event event) {
    if (event instanceof Event.Start start) {
      starts.add(start);
      end = Optional.empty();
      tests.clear();
      confusions.clear();
    } else if (event instanceof Event.Step step) {
      count(step.at());
      steps.tailMap(step.at().step(), true).clear();
      skipped.tailMap(step.at().step(), false).clear();
      validations.tailMap(step.at().step(), false).clear();
      steps.put(step.at().step(), step);
    } else if (event instanceof Event.Skipped left) {
      count(left.at());
      skipped.put(left.at().step(), left);
    } else if (event instanceof Event.Validation validation) {
      count(validation.at());
      steps.tailMap(validation.at().step(), false).clear();
      validations.tailMap(validation.at().step(), true).clear();
      validations.put(validation.at().step(), validation);
    } else if (event instanceof Event.End last) {
      count(last.at());
      end = Optional.of(last);
    } else if (event instanceof Event.Test test) {
      tests.put(test.set() + " " + test.metric(), test);
    } else if (event instanceof Event.Confusion confusion) {
      confusions.put(confusion.set(), confusion);
    }
  }

  private void count(Event.Moment at) {
    seconds = Double.isNaN(at.seconds()) ? seconds : at.seconds();
  }

  /** Scores on test sets since the last start; of one metric on one set, the last. */
  Collection<Event.Test> tests() {
    return tests.values();
  }

  /** Which classes were taken for which, on test sets since the last start; of a set, the last. */
  Collection<Event.Confusion> confusions() {
    return confusions.values();
  }

  List<Event.Start> starts() {
    return starts;
  }

  /** The last start, which says what the run is. */
  Optional<Event.Start> start() {
    return starts.isEmpty() ? Optional.empty() : Optional.of(starts.get(starts.size() - 1));
  }

  Collection<Event.Step> steps() {
    return steps.values();
  }

  /** Updates that were left out, in the order of their steps. */
  List<Event.Skipped> skipped() {
    return List.copyOf(skipped.values());
  }

  List<Event.Validation> validations() {
    return List.copyOf(validations.values());
  }

  /** Empty while the run goes on, or when it was cut off. */
  Optional<Event.End> end() {
    return end;
  }

  /** Names of the metrics in any validation, in the order of their first appearance. */
  Set<String> metrics() {
    Set<String> names = new LinkedHashSet<>();
    validations.values().forEach(validation -> names.addAll(validation.metrics().keySet()));
    return names;
  }

  /** The validation last called the best. */
  Optional<Event.Validation> bestValidation() {
    return validations.descendingMap().values().stream().filter(Event.Validation::best).findFirst();
  }

  /**
   * The best score: what the end says, else the last validation called the best, with its first
   * metric or its loss.
   */
  Optional<Event.Best> best() {
    return end.map(Event.End::best)
        .filter(best -> !best.metric().isEmpty())
        .or(() -> bestValidation().map(History::scoreOf));
  }

  private static Event.Best scoreOf(Event.Validation validation) {
    return validation.metrics().entrySet().stream()
        .findFirst()
        .map(e -> new Event.Best(validation.at().step(), e.getKey(), e.getValue()))
        .orElseGet(() -> new Event.Best(validation.at().step(), "loss", validation.loss()));
  }

  /** The last step that any event tells of. */
  long lastStep() {
    long step = end.map(e -> e.at().step()).orElse(0L);
    step = steps.isEmpty() ? step : Math.max(step, steps.lastKey());
    return validations.isEmpty() ? step : Math.max(step, validations.lastKey());
  }

  /** Training time in seconds, that of all resumed parts together. */
  double seconds() {
    return seconds;
  }

  /** What the items are called that the loss counts. */
  String unit() {
    return start().map(Event.Start::unit).filter(unit -> !unit.isEmpty()).orElse("items");
  }

  /** Items a second, the median of all steps; NaN where no step tells. */
  double perSecond() {
    double[] speeds =
        steps.values().stream()
            .mapToDouble(Event.Step::perSecond)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return speeds.length == 0 ? Double.NaN : speeds[speeds.length / 2];
  }
}
