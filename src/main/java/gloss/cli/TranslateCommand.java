package gloss.cli;

import gloss.pipeline.Translator;
import gloss.recipe.DecodingRecipe;
import gloss.text.LineEnds;
import gloss.text.LineReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private LineStreams streams;

  @Option(names = "--beam", paramLabel = "N", description = "Beam size; 1 is greedy search.")
  private @Nullable Integer beam;

  @Override
  public Integer call() throws IOException {
    BeamOption.check(beam, spec);
    try (Translator loaded = Translator.load(folder)) {
      DecodingRecipe options = loaded.options();
      Translator translator = beam == null ? loaded : loaded.with(options.withBeam(beam));
      streams.run(spec.commandLine().getOut(), (lines, out) -> translate(translator, lines, out));
    }
    return 0;
  }

  private void translate(Translator translator, LineReader lines, LineStreams.Sink out)
      throws IOException {
    List<String> batch = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      batch.add(LineEnds.trim(line, lines.lineNumber() == 1));
      // A person, or another program, may wait for an answer.
      if (batch.size() == LINES_AT_ONCE || !lines.isReady()) {
        flush(translator, batch, out);
      }
    }
    flush(translator, batch, out);
  }

  private static void flush(Translator translator, List<String> batch, LineStreams.Sink out)
      throws IOException {
    for (String line : translator.translate(batch)) {
      out.line(line);
    }
    out.flush();
    batch.clear();
  }
}
