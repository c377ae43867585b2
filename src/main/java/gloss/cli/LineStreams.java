package gloss.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import gloss.text.AtomicFile;
import gloss.text.LineReader;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Lines in, lines out: the options of commands that work like a filter. */
final class LineStreams {
  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description = "Text, plain or .gz. Default: standard input.")
  private @Nullable Path input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the result goes. Default: standard output.")
  private @Nullable Path output;

  @Option(
      names = "--replace-invalid",
      description = "Go on where the input is not UTF-8, with U+FFFD in its place.")
  private boolean replaceInvalid;

  /** What a command does with its lines. */
  @FunctionalInterface
  interface Filter {
    /** Reads all lines and writes what becomes of them. */
    void apply(LineReader lines, Sink out) throws IOException;
  }

  /** Where lines go. */
  record Sink(Writer out) {
    void line(String text) throws IOException {
      out.write(text);
      out.write('\n');
    }

    void lines(List<String> texts) throws IOException {
      for (String text : texts) {
        line(text);
      }
    }

    void flush() throws IOException {
      out.flush();
    }
  }

  /** Tells at each flush whether all could be written, which a PrintWriter keeps to itself. */
  private static final class Checked extends FilterWriter {
    private final PrintWriter printer;

    Checked(PrintWriter printer) {
      super(printer);
      this.printer = printer;
    }

    @Override
    public void flush() throws IOException {
      if (printer.checkError()) {
        throw new IOException("standard output: cannot be written");
      }
    }
  }

  /**
   * Runs a filter from the input to the output. A file is replaced when all is written.
   *
   * @param stdout where lines go without {@code -o}
   */
  void run(PrintWriter stdout, Filter filter) throws IOException {
    try (LineReader lines = reader()) {
      if (output == null) {
        run(lines, new Sink(new Checked(stdout)), filter);
      } else {
        AtomicFile.write(
            output, file -> run(lines, new Sink(new OutputStreamWriter(file, UTF_8)), filter));
      }
    }
  }

  private static void run(LineReader lines, Sink out, Filter filter) throws IOException {
    filter.apply(lines, out);
    out.flush();
  }

  /** Tells what a user should know of a line, which counts from 1. */
  static void remark(PrintWriter err, long line, String text) {
    err.println("gloss: line " + line + ": " + text);
    err.flush();
  }

  /** The input's name in messages. */
  Path name() {
    return input == null ? Path.of("standard input") : input;
  }

  private LineReader reader() throws IOException {
    LineReader reader = input == null ? LineReader.of(name(), System.in) : LineReader.open(input);
    return replaceInvalid ? reader.replacingInvalid() : reader;
  }
}
