package gloss.cli.score;

import gloss.score.job.ScoreInput;
import gloss.text.InputException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read. */
final class InputFlags {
  @Parameters(
      paramLabel = "REF",
      arity = "0..*",
      description = "Reference files, one per reference; before -i. Files may be gzipped.")
  private List<Path> references = new ArrayList<>();

  @Option(
      names = {"-i", "--input"},
      paramLabel = "HYP",
      arity = "1..*",
      description = "System outputs; without it stdin is read, systems parted by TAB.")
  private List<Path> systems = new ArrayList<>();

  @Option(
      names = {"-nr", "--num-refs"},
      paramLabel = "N",
      defaultValue = "1",
      description = "The only reference file has N references per line, parted by TAB.")
  private int referencesPerLine;

  @Option(
      names = {"-e", "--encoding"},
      paramLabel = "NAME",
      defaultValue = "utf-8",
      description = "Encoding of all files (default: ${DEFAULT-VALUE}).")
  private String encoding;

  @Option(
      names = "--doc-ids",
      paramLabel = "FILE",
      description = "One document name per segment: adds a score for every document.")
  private @Nullable Path documentIds;

  @Option(
      names = {
        "-t",
        "--test-set",
        "-ol",
        "--origlang",
        "--subset",
        "--download",
        "--echo",
        "--list",
        "--citation",
        "--cite",
        "-d",
        "--detail"
      },
      hidden = true,
      arity = "0..*",
      description = "Options of sacreBLEU about test sets that it downloads.")
  private @Nullable List<String> testSets;

  ScoreInput input(InputStream stdin, boolean paired) {
    if (testSets != null) {
      throw new InputException(
          "test sets are not downloaded; give the reference files in place of -t and the like");
    }
    if (references.isEmpty()) {
      throw new InputException("no reference given; write 'gloss score REF… -i HYP…'");
    }
    if (referencesPerLine < 1 || (referencesPerLine > 1 && references.size() > 1)) {
      throw new InputException(
          "--num-refs is for one reference file with several references per line, but was "
              + referencesPerLine
              + " with "
              + references.size()
              + " files");
    }
    return new ScoreInput(
        references,
        referencesPerLine,
        distinctSystems(paired),
        stdin,
        Optional.ofNullable(documentIds),
        charset());
  }

  /** A paired test may name its baseline again among the systems. */
  private List<Path> distinctSystems(boolean paired) {
    List<Path> distinct = new ArrayList<>();
    for (Path system : systems) {
      boolean again = distinct.contains(system);
      if (again && !(paired && system.equals(distinct.get(0)))) {
        throw new InputException(system + ": this system is given twice");
      }
      if (!again) {
        distinct.add(system);
      }
    }
    return distinct;
  }

  private Charset charset() {
    try {
      return Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InputException("no encoding is called '" + encoding + "'", e);
    }
  }
}
