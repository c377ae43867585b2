package gloss.cli;

import gloss.subword.BpeSettings;
import gloss.subword.SubwordNmtCodes;
import gloss.subword.Subwords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss subword learn}. */
@Command(
    name = "learn",
    description = {
      "Learns subwords from text.",
      "Give the files of both languages for a joint vocabulary; run it twice for separate ones."
    })
final class SubwordLearnCommand implements Callable<Integer> {
  /** What is learned and written. */
  private enum Format {
    TOKENIZER,
    SUBWORD_NMT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Text, plain or .gz.")
  private List<Path> files;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "File to write.")
  private Path output;

  @Option(
      names = "--merges",
      paramLabel = "N",
      defaultValue = "5000",
      description = "The most merges to learn. Default: ${DEFAULT-VALUE}.")
  private int merges;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      defaultValue = "2",
      description = "Pairs that occur less often are not merged. Default: ${DEFAULT-VALUE}.")
  private long minCount;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "tokenizer",
      description = {
        "tokenizer: byte-level, loses nothing, a Hugging Face tokenizer.json;",
        "subword-nmt: characters, that tool's codes file. Default: ${DEFAULT-VALUE}."
      })
  private Format format;

  @Option(
      names = "--special",
      paramLabel = "TOKEN",
      description = "A special token beyond <pad>, <unk>, <s> and </s>; may be repeated.")
  private List<String> specials = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    BpeSettings settings = settings();
    int learned =
        switch (format) {
          case TOKENIZER -> learnTokenizer(settings);
          case SUBWORD_NMT -> learnCodes();
        };
    if (learned < merges) {
      spec.commandLine()
          .getErr()
          .printf(
              "gloss: %d of %d merges learned: no other pair occurs %d times%n",
              learned, merges, minCount);
    }
    return 0;
  }

  private BpeSettings settings() {
    if (format == Format.SUBWORD_NMT && !specials.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--special needs --format tokenizer: a codes file has no tokens");
    }
    try {
      return new BpeSettings(merges, minCount, specials);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private int learnTokenizer(BpeSettings settings) throws IOException {
    Subwords subwords = Subwords.learn(new LinesOfFiles(files), settings);
    subwords.write(output);
    return subwords.merges();
  }

  private int learnCodes() throws IOException {
    SubwordNmtCodes codes = SubwordNmtCodes.learn(new LinesOfFiles(files), merges, minCount);
    codes.write(output);
    return codes.merges();
  }
}
