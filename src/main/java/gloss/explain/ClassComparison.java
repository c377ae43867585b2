package gloss.explain;

import gloss.score.classification.Accuracy;
import gloss.score.classification.ClassScores;
import gloss.score.classification.Classified;
import gloss.score.classification.FScore;
import gloss.score.classification.LogLoss;
import gloss.score.significance.PairedPermutation;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Two classifiers. */
final class ClassComparison {
  static final int TRIALS = 2000;

  private ClassComparison() {}

  static ModelComparison of(ClassExplanation a, ClassExplanation b) {
    return new ModelComparison(
        a,
        b,
        tests(a, b),
        "paired permutation test of "
            + TRIALS
            + " trials, each of which exchanges the models' answers to half of the examples",
        changed(a, b),
        "probability of the right class");
  }

  private static List<ModelComparison.Test> tests(ClassExplanation a, ClassExplanation b) {
    Pairing pairing = new Pairing(new PairedPermutation(TRIALS));
    List<ClassScores> ofA = a.measured();
    List<ClassScores> ofB = b.measured();
    List<Classified> decidedA = ofA.stream().map(ClassScores::best).toList();
    List<Classified> decidedB = ofB.stream().map(ClassScores::best).toList();
    return List.of(
        pairing.test(new Accuracy(), decidedA, decidedB),
        pairing.test(FScore.builder(a.classes().size()).build(), decidedA, decidedB),
        pairing.test(new LogLoss(), ofA, ofB));
  }

  private static List<ModelComparison.Changed> changed(ClassExplanation a, ClassExplanation b) {
    List<ModelComparison.Changed> changed = new ArrayList<>();
    for (int i = 0; i < a.examples().size(); i++) {
      ClassExample ofA = a.examples().get(i);
      ClassExample ofB = b.examples().get(i);
      if (ofA.best() != ofB.best()) {
        double gain = ofB.probability() - ofA.probability();
        changed.add(
            new ModelComparison.Changed(
                i, ofA.number(), ofA.probability(), ofB.probability(), gain));
      }
    }
    changed.sort(Comparator.comparingDouble(ModelComparison.Changed::gain).reversed());
    return changed;
  }

  /** The same with the classes in another order. */
  static ClassExplanation inOrder(ClassExplanation of, List<String> classes) {
    if (!Set.copyOf(of.classes()).equals(Set.copyOf(classes))) {
      throw new InputException(
          "the models know different classes, %s and %s; they can be compared on the same classes only"
              .formatted(classes, of.classes()));
    }
    int[] from = classes.stream().mapToInt(of.classes()::indexOf).toArray();
    return new ClassExplanation(
        of.model(),
        of.split(),
        classes,
        of.examples().stream().map(example -> inOrder(example, classes, from)).toList());
  }

  private static ClassExample inOrder(ClassExample of, List<String> classes, int[] from) {
    double[] probabilities = new double[from.length];
    for (int c = 0; c < from.length; c++) {
      probabilities[c] = of.probabilities()[from[c]];
    }
    return new ClassExample(
        of.number(), of.place(), classes.indexOf(of.truth()), probabilities, classes, of.content());
  }
}
