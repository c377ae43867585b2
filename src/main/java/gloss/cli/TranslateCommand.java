package gloss.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import gloss.pipeline.Translator;
import gloss.recipe.DecodingRecipe;
import gloss.text.AtomicFile;
import gloss.text.LineEnds;
import gloss.text.LineReader;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss translate}. */
@Command(
    name = "translate",
    description = "Translates lines: as many come out as go in, in the same order.")
final class TranslateCommand implements Callable<Integer> {
  private static final int LINES_AT_ONCE = 512;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "Folder of a trained model.")
  private Path folder;

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description = "Text to translate, plain or .gz. Default: standard input.")
  private @Nullable Path input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where translations go. Default: standard output.")
  private @Nullable Path output;

  @Option(names = "--beam", paramLabel = "N", description = "Beam size; 1 is greedy search.")
  private @Nullable Integer beam;

  @Override
  public Integer call() throws IOException {
    BeamOption.check(beam, spec);
    try (Translator loaded = Translator.load(folder);
        LineReader lines = reader()) {
      DecodingRecipe options = loaded.options();
      Translator translator = beam == null ? loaded : loaded.with(options.withBeam(beam));
      if (output == null) {
        translate(translator, lines, standardOutput());
      } else {
        AtomicFile.write(
            output, out -> translate(translator, lines, new OutputStreamWriter(out, UTF_8)));
      }
    }
    return 0;
  }

  /** As a writer that tells when it cannot write. */
  private Writer standardOutput() {
    PrintWriter stdout = spec.commandLine().getOut();
    return new FilterWriter(stdout) {
      @Override
      public void flush() throws IOException {
        if (stdout.checkError()) {
          throw new IOException("standard output: cannot be written");
        }
      }
    };
  }

  private LineReader reader() throws IOException {
    return input == null
        ? LineReader.of(Path.of("standard input"), System.in)
        : LineReader.open(input);
  }

  private static void translate(Translator translator, LineReader lines, Writer out)
      throws IOException {
    List<String> batch = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      batch.add(LineEnds.trim(line, lines.lineNumber() == 1));
      if (batch.size() == LINES_AT_ONCE || !lines.isReady()) {
        flush(translator, batch, out);
      }
    }
    flush(translator, batch, out);
  }

  private static void flush(Translator translator, List<String> batch, Writer out)
      throws IOException {
    for (String line : translator.translate(batch)) {
      out.write(line + "\n");
    }
    out.flush();
    batch.clear();
  }
}
