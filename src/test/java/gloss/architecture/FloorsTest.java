package gloss.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floors of the house: a package uses those above it in this list, never those below. */
class FloorsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("gloss");

  /** From the ground up; packages on one line may not use each other. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("gloss.text"),
          List.of("gloss.yaml", "gloss.score", "gloss.subword"),
          List.of("gloss.corpus", "gloss.explain", "gloss.extract", "gloss.lexicon"),
          List.of("gloss.recipe"),
          List.of("gloss.batch"),
          // Only from here on: ai.djl.
          List.of("gloss.nn"),
          List.of("gloss.loss", "gloss.optim"),
          List.of("gloss.train"),
          List.of("gloss.decode"),
          List.of("gloss.objective", "gloss.model"),
          List.of("gloss.task"),
          List.of("gloss.report"),
          List.of("gloss.pipeline"),
          List.of("gloss.serve", "gloss.spark"),
          List.of("gloss.cli"));

  private static final int FIRST_WITH_DJL = 5;

  @TestFactory
  List<DynamicTest> noPackageUsesOneFromAHigherFloor() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      for (String name : FLOORS.get(floor)) {
        ArchRule rule =
            noClasses()
                .that()
                .resideInAPackage(name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above(floor, name))
                .allowEmptyShould(true);
        tests.add(DynamicTest.dynamicTest(name, () -> rule.check(CLASSES)));
      }
    }
    return tests;
  }

  private static String[] above(int floor, String name) {
    List<String> packages = new ArrayList<>();
    FLOORS.subList(floor, FLOORS.size()).stream()
        .flatMap(List::stream)
        .filter(other -> !other.equals(name))
        .forEach(other -> packages.add(other + ".."));
    return packages.toArray(String[]::new);
  }

  @Test
  void lowFloorsDoNotKnowTheEngine() {
    noClasses()
        .that()
        .resideInAnyPackage(below(FIRST_WITH_DJL))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl..", "edu.stanford..")
        .check(CLASSES);
  }

  @Test
  void textScoreAndBatchNeedOnlyTheJdk() {
    noClasses()
        .that()
        .resideInAnyPackage("gloss.text..", "gloss.score..", "gloss.batch..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "gloss..", "org.jspecify..")
        .check(CLASSES);
  }

  private static String[] below(int floor) {
    return FLOORS.subList(0, floor).stream()
        .flatMap(List::stream)
        .map(name -> name + "..")
        .toArray(String[]::new);
  }
}
