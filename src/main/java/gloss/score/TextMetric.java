package gloss.score;

import java.util.List;

/** A metric that compares a text with one or more references. */
public interface TextMetric extends Metric<Segment> {
  /**
   * Scores a corpus with one reference per hypothesis; for more of them see {@link
   * Segments#of(List, List[])}.
   *
   * @throws gloss.text.InputException if the lists differ in length; both lengths are named
   */
  default Score score(List<String> hypotheses, List<String> references) {
    return score(Segments.of(hypotheses, references));
  }

  /** Scores one segment. */
  default Score score(Segment segment) {
    return score(List.of(segment));
  }

  /** This metric with the settings that suit single segments; the statistics are the same. */
  default TextMetric forSegments() {
    return this;
  }

  @Override
  default int references(Segment segment) {
    return segment.references().size();
  }
}
