package gloss.cli;

import gloss.yaml.Setting;
import gloss.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many outputs are wanted. */
final class NBestFlag {
  @Option(
      names = "--n-best",
      paramLabel = "N",
      description = "So many outputs of each line, in the n-best format of Moses or in JSON.")
  private @Nullable String nBest;

  /** What it changes of a recipe's {@code decoding}. */
  List<Setting> settings() {
    return nBest == null
        ? List.of()
        : List.of(
            Setting.of("output.n-best", new YamlNode.Scalar(nBest, false, "--n-best " + nBest)));
  }
}
