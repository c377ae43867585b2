package gloss.score.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What systems are called in reports; the first is marked if the others are tested against it. */
public final class SystemNames {
  private SystemNames() {}

  /** File names as given. */
  public static List<String> of(List<String> files, boolean paired) {
    List<String> names = new ArrayList<>(files);
    if (paired) {
      names.set(0, "Baseline: " + names.get(0));
    }
    return names;
  }

  /** File names as given, or numbers. */
  static List<String> of(ScoreInput input, boolean paired, int systems) {
    if (!input.systems().isEmpty()) {
      return of(input.systems().stream().map(Path::toString).toList(), paired);
    }
    List<String> names = new ArrayList<>();
    for (int s = 0; s < systems; s++) {
      names.add(paired && s == 0 ? "Baseline" : "System " + (paired ? s : s + 1));
    }
    return names;
  }
}
