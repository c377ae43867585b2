package gloss.cli;

import gloss.cli.spark.ClusterFlags;
import gloss.pipeline.Translator;
import gloss.recipe.DecodingRecipe;
import gloss.spark.Cluster;
import gloss.spark.Dialect;
import gloss.spark.Output;
import gloss.spark.Translating;
import gloss.task.TranslationRequest;
import gloss.task.TranslationResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss spark translate}. */
@Command(
    name = "translate",
    description = {
      "Translates text on Apache Spark: as many lines come out as go in, in the same order.",
      "Malformed lines leave an empty line and are set apart in _malformed."
    })
public final class SparkTranslateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ClusterFlags cluster;

  @Parameters(
      paramLabel = "MODEL",
      arity = "1..*",
      description = "Folder of a trained model on this machine; of several, an ensemble.")
  private List<Path> folders;

  @Option(
      names = {"-i", "--input"},
      paramLabel = "PATH",
      required = true,
      description = "Text: a file, a folder or a pattern, by any path that Hadoop knows.")
  private String input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PATH",
      required = true,
      description = "Where the result goes; it must not be there yet.")
  private String output;

  @Option(names = "--single-file", description = "Write one file, not a folder of parts.")
  private boolean singleFile;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "0",
      description = "Parts in which the text is translated. Default: by its length.")
  private int partitions;

  @Mixin private SearchFlags search;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, or jsonl with scores and tokens. Default: text.")
  private OutputFormat format = OutputFormat.text;

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description = "text, or jsonl as 'gloss translate' reads it. Default: text.")
  private InputFormat inputFormat = InputFormat.text;

  @Override
  public Integer call() throws IOException {
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    Dialect dialect = new Words(words.subList(words.indexOf(spec.name()) + 1, words.size()));
    try (Cluster connection = cluster.connect("gloss translate")) {
      long malformed =
          connection.run(
              context -> {
                Output out = new Output(context, output, singleFile);
                return new Translating(context, folders, dialect).run(input, out, partitions);
              });
      if (malformed > 0) {
        PrintWriter err = spec.commandLine().getErr();
        String where = singleFile ? output + ".malformed" : output + "/_malformed";
        err.println("gloss: " + malformed + " malformed lines, set apart in " + where);
        err.flush();
      }
    }
    return 0;
  }

  /** A command line, read anew wherever it is needed. */
  private static final class Words implements Dialect {
    private static final long serialVersionUID = 1;

    private final ArrayList<String> words;
    private transient volatile @Nullable SparkTranslateCommand parsed;

    Words(List<String> words) {
      this.words = new ArrayList<>(words);
    }

    private SparkTranslateCommand command() {
      SparkTranslateCommand command = parsed;
      if (command == null) {
        command = new SparkTranslateCommand();
        new CommandLine(command)
            .setUnmatchedArgumentsAllowed(true)
            .setUnmatchedOptionsAllowedAsOptionParameters(false)
            .parseArgs(words.toArray(String[]::new));
        parsed = command;
      }
      return command;
    }

    @Override
    public DecodingRecipe options(DecodingRecipe own) {
      return command().search.applyTo(own);
    }

    @Override
    public TranslationRequest request(Translator translator, String line) {
      return RequestLines.request(line, command().inputFormat, translator::request, "");
    }

    @Override
    public List<String> lines(Translator translator, TranslationResult result, long line) {
      return command().format.lines(result, line, translator.options().output());
    }
  }
}
