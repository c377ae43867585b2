package gloss.score.job;

import gloss.score.Segment;
import gloss.score.rouge.script.Rouge155;
import gloss.score.rouge.script.ScriptRun;
import gloss.score.significance.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** Scores every system as the perl script ROUGE-1.5.5; systems are numbered from 1. */
final class ScriptObserver implements SegmentObserver {
  private final List<ScriptRun> runs = new ArrayList<>();

  ScriptObserver(Rouge155 script, int systems) {
    for (int s = 1; s <= systems; s++) {
      runs.add(script.run(Integer.toString(s)));
    }
  }

  @Override
  public void see(Block block, List<List<Evaluation<Segment>>> scored) {
    for (int s = 0; s < runs.size(); s++) {
      for (int i = 0; i < block.size(); i++) {
        runs.get(s).add(block.segment(s, i));
      }
    }
  }

  /** The script's lines for all systems. */
  String text() {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    return text.toString();
  }
}
