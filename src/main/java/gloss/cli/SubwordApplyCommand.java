package gloss.cli;

import gloss.subword.SubwordNmtCodes;
import gloss.subword.Subwords;
import gloss.subword.TokenText;
import gloss.text.InputException;
import gloss.text.LineReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss subword apply}. */
@Command(
    name = "apply",
    description = {
      "Cuts text into subwords, or puts it together again: a line for every line.",
      "With a tokenizer.json the output is its tokens with spaces between them and loses nothing; "
          + "with a subword-nmt codes file it is the words with '@@ ' where they are cut."
    })
final class SubwordApplyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "A tokenizer.json or a subword-nmt codes file.")
  private Path model;

  @Mixin private LineStreams streams;

  @Option(names = "--ids", description = "Write, or with --decode read, numbers for tokens.")
  private boolean ids;

  @Option(names = "--decode", description = "Put subwords together again.")
  private boolean decode;

  @Option(
      names = "--dropout",
      paramLabel = "P",
      defaultValue = "0",
      description = "Leave out merges with this probability (BPE-dropout), for training text.")
  private double dropout;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the dropout. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() throws IOException {
    UnaryOperator<String> work = work();
    streams.run(spec.commandLine().getOut(), (lines, out) -> apply(work, lines, out));
    return 0;
  }

  private UnaryOperator<String> work() throws IOException {
    if (!(dropout >= 0 && dropout <= 1) || (decode && dropout > 0)) {
      throw wrongUse("--dropout must lie in 0..1 and does not go with --decode");
    }
    return SubwordNmtCodes.isCodesFile(model)
        ? workOf(SubwordNmtCodes.read(model))
        : workOf(Subwords.read(model));
  }

  private UnaryOperator<String> workOf(SubwordNmtCodes codes) {
    if (ids) {
      throw wrongUse("--ids needs a tokenizer.json: a codes file has no ids");
    }
    SplittableRandom random = new SplittableRandom(seed);
    return decode ? SubwordNmtCodes::join : line -> codes.segment(line, dropout, random);
  }

  private UnaryOperator<String> workOf(Subwords subwords) {
    TokenText text =
        ids ? TokenText.ofIds(subwords.vocabulary()) : TokenText.ofTokens(subwords.vocabulary());
    SplittableRandom random = new SplittableRandom(seed);
    return decode
        ? line -> oneLine(subwords.decode(text.read(line)))
        : line -> text.write(subwords.encode(line, dropout, random));
  }

  private static String oneLine(String text) {
    if (text.indexOf('\n') >= 0) {
      throw new InputException("the tokens hold a line feed, which would make two lines");
    }
    return text;
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void apply(UnaryOperator<String> work, LineReader lines, LineStreams.Sink out)
      throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      out.line(applyTo(line, lines.lineNumber(), work));
    }
  }

  private String applyTo(String line, long number, UnaryOperator<String> work) {
    try {
      return work.apply(line);
    } catch (InputException e) {
      throw InputException.at(streams.name(), number, String.valueOf(e.getMessage()));
    }
  }
}
