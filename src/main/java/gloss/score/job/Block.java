package gloss.score.job;

import gloss.score.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * Some consecutive segments of all systems.
 *
 * @param systems for every system one hypothesis per segment
 * @param references for every segment its references
 * @param documents for every segment its document; empty if there are none
 */
record Block(List<List<String>> systems, List<List<String>> references, List<String> documents) {
  static Block empty(int systems) {
    List<List<String>> hypotheses = new ArrayList<>();
    for (int s = 0; s < systems; s++) {
      hypotheses.add(new ArrayList<>());
    }
    return new Block(hypotheses, new ArrayList<>(), new ArrayList<>());
  }

  int size() {
    return references.size();
  }

  Segment segment(int system, int i) {
    return new Segment(systems.get(system).get(i), references.get(i));
  }
}
