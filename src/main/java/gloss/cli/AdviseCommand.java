package gloss.cli;

import gloss.corpus.Card;
import gloss.corpus.Corpora;
import gloss.corpus.CsvFormat;
import gloss.corpus.JsonLinesFormat;
import gloss.corpus.LinesFormat;
import gloss.corpus.ParallelFiles;
import gloss.corpus.SummaryFiles;
import gloss.corpus.SummaryReader;
import gloss.corpus.image.Damage;
import gloss.corpus.image.ImageFiles;
import gloss.corpus.image.ImageForm;
import gloss.corpus.image.ImageSet;
import gloss.corpus.image.LabelledReader;
import gloss.corpus.table.TableForm;
import gloss.task.advice.Advice;
import gloss.task.advice.ImageAdvisor;
import gloss.task.advice.SummaryAdvisor;
import gloss.task.advice.TableAdvisor;
import gloss.task.advice.TextAdvisor;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss advise}. */
@Command(
    name = "advise",
    description =
        "Looks at data and recommends loss, optimizer, metric and network, each with its reason,"
            + " as a recipe that is ready to be trained.")
final class AdviseCommand implements Callable<Integer> {
  private static final String TABLE = "(?i).*\\.(csv|tsv|txt)(\\.gz)?";
  private static final String TRAIN = "train";
  private static final int PARALLEL = 4;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description =
          "The name or folder of a corpus; a table (.csv, .tsv); a folder or an archive of"
              + " pictures, a folder for each class; or four files of text: source and target to"
              + " train with, source and target to validate with.")
  private List<String> inputs = List.of();

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description = "Of a table, the column to be predicted. Default: the last one.")
  private String target = "";

  @Option(
      names = {"-m", "--metric"},
      paramLabel = "NAME",
      description = "The metric that you care about. Default: one is recommended.")
  private String metric = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the recipe goes. Default: stdout.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    Advice advice = advise();
    PrintWriter out = spec.commandLine().getOut();
    out.println("What there is:");
    advice.seen().forEach(line -> out.println("  " + line));
    out.println();
    out.println("What is recommended:");
    for (Advice.Choice choice : advice.choices()) {
      out.println("  " + choice.part() + ": " + choice.value());
      out.println("    since " + choice.reason());
    }
    out.println();
    Path file = output;
    if (file == null) {
      out.print(advice.recipe());
    } else {
      AtomicFile.writeString(file, advice.recipe());
      out.println("Train it with: gloss train " + file);
    }
    out.flush();
    return 0;
  }

  private Advice advise() throws IOException {
    if (inputs.size() == PARALLEL) {
      return ofText();
    }
    if (inputs.size() > 1) {
      throw new ParameterException(
          spec.commandLine(),
          "text takes four files, to train and to validate with; there are " + inputs.size());
    }
    String input = inputs.get(0);
    Path path = Path.of(input);
    Corpora corpora = CorporaCommand.corpora();
    if (corpora.names().contains(input) || Files.exists(path.resolve(Card.FILE))) {
      return ofCorpus(corpora.find(input).card(), corpora.find(input).folder());
    }
    if (!Files.exists(path)) {
      throw InputException.in(path, "no such file or corpus");
    }
    return Files.isRegularFile(path) && input.matches(TABLE) ? ofTable(path) : ofPictures(path);
  }

  private Advice ofCorpus(Card card, Path folder) throws IOException {
    card.requireFetched();
    String data = "{corpus: " + quoted(folder) + "}";
    if (card.format() instanceof CsvFormat format) {
      List<Path> table = card.paths(TRAIN, CsvFormat.ROWS);
      return TableAdvisor.advise(table, format.form(), t -> data, format.target(), metric);
    }
    if (card.format() instanceof LinesFormat && card.languages().size() > 1) {
      String source = card.languages().get(0);
      String written = card.languages().get(1);
      return TextAdvisor.advise(
          card.parallel(TRAIN, source, written),
          "{source: %s, target: %s, corpus: %s}".formatted(source, written, quoted(folder)),
          metric);
    }
    if (card.format() instanceof JsonLinesFormat fields) {
      List<Path> records = card.paths(TRAIN, JsonLinesFormat.RECORDS);
      try (SummaryReader texts = SummaryFiles.ofRecords(records).open(fields)) {
        return SummaryAdvisor.advise(texts, data, metric);
      }
    }
    if (card.format() instanceof LinesFormat) {
      throw new InputException(
          card.name() + ": is text in one language, of which there is nothing to be learned");
    }
    return ofPictures(ImageFiles.of(card, TRAIN), Optional.of(ImageFiles.classes(card)), data);
  }

  private Advice ofTable(Path path) throws IOException {
    return TableAdvisor.advise(
        List.of(path),
        TableForm.USUAL,
        column -> "{train: " + quoted(path) + ", target: " + quoted(column) + "}",
        target,
        metric);
  }

  private Advice ofPictures(Path path) throws IOException {
    ImageFiles files = new ImageFiles(List.of(path), List.of(), Optional.empty());
    return ofPictures(files, Optional.empty(), "{train: {images: " + quoted(path) + "}}");
  }

  private Advice ofPictures(ImageFiles files, Optional<List<String>> classes, String data)
      throws IOException {
    ImageSet set = new LabelledReader(ImageForm.asIs(), classes, new Damage(false)).read(files);
    return ImageAdvisor.advise(set, data, metric);
  }

  private Advice ofText() throws IOException {
    List<Path> paths = new ArrayList<>();
    inputs.forEach(input -> paths.add(Path.of(input)));
    String data =
        "{source: %s, target: %s, train: {source: %s, target: %s}, valid: {source: %s, target: %s}}"
            .formatted(
                language(paths.get(0), "source"),
                language(paths.get(1), "target"),
                quoted(paths.get(0)),
                quoted(paths.get(1)),
                quoted(paths.get(2)),
                quoted(paths.get(3)));
    return TextAdvisor.advise(ParallelFiles.of(paths.get(0), paths.get(1)), data, metric);
  }

  /** The end of a file's name is the code of its language, as a rule. */
  private static String language(Path file, String otherwise) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.gz$", "");
    String end = name.substring(name.lastIndexOf('.') + 1);
    return end.matches("[a-z]{2,3}") && !end.equals("txt") ? end : otherwise;
  }

  private static String quoted(Path path) {
    return quoted(path.toAbsolutePath().normalize().toString());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
