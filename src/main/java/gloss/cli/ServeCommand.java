package gloss.cli;

import gloss.serve.GlossServer;
import gloss.serve.Models;
import gloss.serve.ServeLimits;
import gloss.serve.ServeOptions;
import gloss.text.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** {@code gloss serve}. */
@Command(
    name = "serve",
    description = "Serves models and metrics over HTTP, with a page to try them; Ctrl-C ends it.")
final class ServeCommand implements Callable<Integer> {
  private static final String TOKEN = "GLOSS_TOKEN";
  private static final int MOST_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      arity = "1..*",
      description =
          "Folders of models that translate, summarize or classify; requests choose by the folders'"
              + " names.")
  private List<Path> folders;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Address to listen on; 0.0.0.0 for all. Default: this machine alone.")
  private String host = ServeOptions.defaults().host();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 for any that is free. Default: 8080.")
  private int port = ServeOptions.defaults().port();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Clients must show the token in this file as 'Authorization: Bearer TOKEN'. The variable"
              + " GLOSS_TOKEN does the same.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--max-body",
      paramLabel = "BYTES",
      description = "The largest request. Default: 1048576.")
  private int maxBody = ServeLimits.defaults().bodyBytes();

  @Option(
      names = "--max-lines",
      paramLabel = "N",
      description = "The most lines at work or waiting; more is refused with 429. Default: 2000.")
  private int maxLines = ServeLimits.defaults().lines();

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      description = "The most open connections. Default: 1000.")
  private int maxConnections = ServeLimits.defaults().connections();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "The longest that an answer may take. Default: 60.")
  private int timeout = (int) ServeLimits.defaults().answer().toSeconds();

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServeOptions options = options();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (Interruption interruption = new Interruption(err, "finishing what is at work");
        Models models = Models.load(folders);
        GlossServer server = GlossServer.start(models, options)) {
      if (server.isPublic() && options.token().isEmpty()) {
        err.println("gloss: warning: whoever reaches " + host + " may use this; see --token-file");
        err.flush();
      }
      out.println("serving " + String.join(", ", models.names()) + " at " + server.url());
      out.flush();
      interruption.await();
    }
    return 0;
  }

  private ServeOptions options() throws IOException {
    check(port >= 0 && port <= MOST_PORT, "--port", port);
    check(maxBody >= 1, "--max-body", maxBody);
    check(maxLines >= 1, "--max-lines", maxLines);
    check(maxConnections >= 1, "--max-connections", maxConnections);
    check(timeout >= 1, "--timeout", timeout);
    ServeLimits usual = ServeLimits.defaults();
    return new ServeOptions(
        host,
        port,
        token(),
        new ServeLimits(
            maxBody,
            maxLines,
            maxConnections,
            usual.receive(),
            Duration.ofSeconds(timeout),
            usual.grace()));
  }

  private void check(boolean valid, String option, int value) {
    if (!valid) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '" + option + "': " + value);
    }
  }

  private Optional<String> token() throws IOException {
    String token = tokenFile == null ? System.getenv(TOKEN) : Files.readString(tokenFile).strip();
    if (token == null) {
      return Optional.empty();
    }
    if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new InputException(
          (tokenFile == null ? TOKEN : tokenFile.toString())
              + ": a token is one word of printable ASCII characters");
    }
    return Optional.of(token);
  }
}
