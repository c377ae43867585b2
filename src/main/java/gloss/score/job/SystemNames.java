package gloss.score.job;

import java.util.ArrayList;
import java.util.List;

/** What systems are called in reports. */
final class SystemNames {
  private SystemNames() {}

  /** File names as given, or numbers; the first is marked if the others are tested against it. */
  static List<String> of(ScoreOptions options, int systems) {
    boolean paired = options.tests().paired().isPresent();
    boolean files = !options.input().systems().isEmpty();
    List<String> names = new ArrayList<>();
    for (int s = 0; s < systems; s++) {
      if (files) {
        names.add((paired && s == 0 ? "Baseline: " : "") + options.input().systems().get(s));
      } else {
        names.add(paired && s == 0 ? "Baseline" : "System " + (paired ? s : s + 1));
      }
    }
    return names;
  }
}
