package gloss.score.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Runs the golden cases and reports how many of how many agree. */
class GoldenTest {
  /** What checks a case; throws an AssertionError if something differs. */
  interface Check {
    void run(GoldenCase golden) throws Exception;
  }

  /** Tool → check. */
  private static final Map<String, Check> CHECKS = new LinkedHashMap<>();

  static {
    CHECKS.put("sacrebleu-bleu-corpus", SacreBleuCases::corpus);
    CHECKS.put("sacrebleu-chrf-corpus", SacreBleuCases::corpus);
    CHECKS.put("sacrebleu-ter-corpus", SacreBleuCases::corpus);
    CHECKS.put("sacrebleu-bleu-sentence", SacreBleuCases::sentences);
    CHECKS.put("sacrebleu-chrf-sentence", SacreBleuCases::sentences);
    CHECKS.put("sacrebleu-ter-sentence", SacreBleuCases::sentences);
    CHECKS.put("sacrebleu-cli", CommandLineCases::run);
    CHECKS.put("sacrebleu-paired", SignificanceCases::paired);
    CHECKS.put("rng", GoldenTest::generators);
    CHECKS.put("tokenize-13a", TokenizerCases::byName);
    CHECKS.put("tokenize-intl", TokenizerCases::byName);
    CHECKS.put("tokenize-zh", TokenizerCases::byName);
    CHECKS.put("tokenize-char", TokenizerCases::byName);
    CHECKS.put("tokenize-ter", TokenizerCases::tercom);
    CHECKS.put("tokenize-chrf-words", TokenizerCases::chrfWords);
    CHECKS.put("tokenize-rouge_score", RougeCases::tokens);
    CHECKS.put("rouge_score", RougeCases::google);
    CHECKS.put("rouge-1.5.5", ScriptCases::run);
  }

  private static void generators(GoldenCase golden) {
    SignificanceCases.generator(golden);
    RougeCases.generators(golden);
  }

  @Test
  void everyCaseAgrees() throws Exception {
    String shared = System.getenv("GLOSS_SHARED");
    assumeTrue(shared != null, "GLOSS_SHARED is not set: golden cases are skipped");
    Path golden = Path.of(shared, "golden");
    assumeTrue(Files.isDirectory(golden), golden + " is not there: golden cases are skipped");
    List<String> failures = new ArrayList<>();
    Map<String, Integer> unchecked = new TreeMap<>();
    int checked = 0;
    for (GoldenCase one : GoldenCase.all(golden)) {
      Check check = CHECKS.get(one.tool());
      if (check == null) {
        unchecked.merge(one.tool(), 1, Integer::sum);
        continue;
      }
      checked++;
      try {
        check.run(one);
      } catch (Exception | AssertionError e) {
        failures.add(one.id() + ": " + e);
      }
    }
    System.out.println(
        "golden cases: "
            + (checked - failures.size())
            + " of "
            + checked
            + " agree"
            + (unchecked.isEmpty() ? "" : "; without a check here: " + unchecked));
    assertThat(failures).isEmpty();
  }
}
