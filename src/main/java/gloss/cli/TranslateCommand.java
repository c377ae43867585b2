package gloss.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import gloss.pipeline.Translator;
import gloss.task.TranslationOutput;
import gloss.task.WordLink;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import gloss.text.LineReader;
import gloss.yaml.Setting;
import gloss.yaml.YamlNode;
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
  private static final int PAIRS_AT_ONCE = 512;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      arity = "1..*",
      description = "Folder of a trained model; of several, the probabilities are averaged.")
  private List<Path> folders;

  @Mixin private LineStreams streams;

  @Mixin private TranslationFlags how;

  @Option(
      names = "--alignments",
      paramLabel = "FILE",
      description = "Writes which words go together into a file, in Pharaoh's format: 0-0 1-2.")
  private @Nullable Path alignments;

  @Option(
      names = "--score",
      paramLabel = "FILE",
      description = "Scores the translations in a file instead: log-probabilities, a line each.")
  private @Nullable Path scored;

  @Override
  public Integer call() throws IOException {
    try (Translator translator = how.load(folders, output())) {
      PrintWriter stdout = spec.commandLine().getOut();
      if (scored != null) {
        Path targets = scored;
        streams.run(stdout, (lines, out) -> score(translator, lines, targets, out));
      } else if (alignments != null) {
        AtomicFile.write(
            alignments,
            file -> {
              Writer links = new OutputStreamWriter(file, UTF_8);
              streams.run(stdout, (lines, out) -> translate(translator, lines, out, links));
              links.flush();
            });
      } else {
        streams.run(stdout, (lines, out) -> translate(translator, lines, out, null));
      }
    }
    return 0;
  }

  private List<Setting> output() {
    return alignments == null
        ? List.of()
        : List.of(
            Setting.of("output.alignments", new YamlNode.Scalar("true", false, "--alignments")));
  }

  private void translate(
      Translator translator, LineReader lines, LineStreams.Sink out, @Nullable Writer links)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    how.requests(translator, lines)
        .answer(
            translator::results,
            out,
            (result, line) -> {
              out.lines(how.lines(translator, result, line));
              if (links != null) {
                links.write(WordLink.pharaoh(result.best().alignment().links()) + "\n");
              }
              TranslationFlags.remarks(result)
                  .forEach(remark -> LineStreams.remark(err, line, remark));
            });
  }

  private void score(Translator translator, LineReader lines, Path targets, LineStreams.Sink out)
      throws IOException {
    try (LineReader translations = LineReader.open(targets)) {
      RequestLines requests = how.requests(translator, lines);
      List<String> sources = new ArrayList<>();
      List<String> references = new ArrayList<>();
      while (requests.hasNext()) {
        sources.add(requests.next().text());
        String translation = translations.next();
        if (translation == null) {
          throw InputException.in(targets, "has fewer lines than there are to translate");
        }
        references.add(translation);
        if (sources.size() == PAIRS_AT_ONCE || !requests.hasNext()) {
          for (TranslationOutput output : translator.score(sources, references)) {
            out.line(how.score(output));
          }
          sources.clear();
          references.clear();
        }
      }
      if (translations.next() != null) {
        throw InputException.in(targets, "has more lines than there are to translate");
      }
    }
  }
}
