package gloss.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

/** Calls that are never to be made, and why. */
class BansTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("gloss");

  private static DescribedPredicate<JavaCall<?>> callOfNdArray(
      String what, DescribedPredicate<JavaCall<?>> call) {
    return DescribedPredicate.describe(
        what, c -> c.getTargetOwner().isAssignableTo(NDArray.class) && call.test(c));
  }

  private static boolean takes(JavaCall<?> call, Class<?> type) {
    return call.getTarget().getRawParameterTypes().stream()
        .anyMatch(parameter -> parameter.isAssignableTo(type));
  }

  /** The engine reads the Java memory behind such a number or buffer later than it is safe. */
  private static ArchRule noUnsafeNumbers(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .callCodeUnitWhere(
            callOfNdArray(
                "an operator of NDArray that takes a Number",
                DescribedPredicate.describe("", call -> takes(call, Number.class))))
        .orShould()
        .callCodeUnitWhere(
            callOfNdArray(
                "NDArray.set with a Buffer, or NDArray.copyTo",
                DescribedPredicate.describe(
                    "",
                    call ->
                        call.getName().equals("copyTo")
                            || (call.getName().equals("set") && takes(call, Buffer.class)))));
  }

  private static final ArchRule NO_JAVA_SERIALIZATION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ObjectInputStream.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ObjectOutputStream.class);

  private static final ArchRule NO_STANDARD_STREAMS =
      noClasses()
          .that()
          .resideOutsideOfPackage("gloss.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "in")
          .orShould()
          .callMethodWhere(
              target(
                      owner(
                          DescribedPredicate.describe(
                              "System", c -> c.isEquivalentTo(System.class))))
                  .and(target(nameMatching("exit"))))
          .orShould()
          .callMethodWhere(
              target(
                      owner(
                          DescribedPredicate.describe(
                              "Runtime", c -> c.isEquivalentTo(Runtime.class))))
                  .and(target(nameMatching("exit|halt"))));

  @Test
  void noNumbersAndBuffersOverJavaMemory() {
    noUnsafeNumbers("gloss.nn..", "gloss.loss..", "gloss.optim..", "gloss.train..").check(CLASSES);
  }

  @Test
  void noJavaSerialization() {
    NO_JAVA_SERIALIZATION.check(CLASSES);
  }

  @Test
  void onlyTheCommandLineTalksToTheTerminalAndEndsTheProcess() {
    NO_STANDARD_STREAMS.check(CLASSES);
  }

  /** Breaks every rule, so that it is seen that they hold something off. */
  private static final class Offender {
    static Object offend(NDArray array, InputStream in) throws IOException {
      System.out.println(array.add(1));
      array.muli(2);
      array.set(FloatBuffer.allocate(1));
      array.copyTo(array);
      if (array.isEmpty()) {
        System.exit(1);
      }
      return new ObjectInputStream(in);
    }
  }

  @Test
  void theRulesFindOffenders() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
    assertThat(
            noUnsafeNumbers("gloss.architecture..")
                .evaluate(offender)
                .getFailureReport()
                .getDetails())
        .hasSize(4);
    assertThat(NO_JAVA_SERIALIZATION.evaluate(offender).hasViolation()).isTrue();
    assertThat(NO_STANDARD_STREAMS.evaluate(offender).getFailureReport().getDetails()).hasSize(2);
  }
}
