package gloss.cli;

import gloss.pipeline.Translator;
import gloss.recipe.DecodingRecipe;
import gloss.text.AtomicFile;
import gloss.text.LineEnds;
import gloss.text.LineReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
    try (Translator loaded = Translator.load(folder);
        LineReader lines = reader()) {
      DecodingRecipe options = loaded.options();
      Translator translator = beam == null ? loaded : loaded.with(options.withBeam(beam));
      if (output == null) {
        translate(translator, lines, spec.commandLine().getOut());
      } else {
        AtomicFile.write(
            output,
            out -> {
              PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
              translate(translator, lines, writer);
            });
      }
    }
    return 0;
  }

  private LineReader reader() throws IOException {
    return input == null
        ? LineReader.of(Path.of("standard input"), System.in)
        : LineReader.open(input);
  }

  private void translate(Translator translator, LineReader lines, PrintWriter out)
      throws IOException {
    List<String> batch = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      batch.add(LineEnds.trim(line, lines.lineNumber() == 1));
      boolean waiting = input == null && System.in.available() == 0;
      if (batch.size() == LINES_AT_ONCE || waiting) {
        flush(translator, batch, out);
      }
    }
    flush(translator, batch, out);
  }

  private static void flush(Translator translator, List<String> batch, PrintWriter out)
      throws IOException {
    translator.translate(batch).forEach(line -> out.print(line + "\n"));
    out.flush();
    if (out.checkError()) {
      throw new IOException("cannot write the output");
    }
    batch.clear();
  }
}
