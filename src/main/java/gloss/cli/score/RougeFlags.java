package gloss.cli.score;

import gloss.score.rouge.Rouge;
import gloss.score.rouge.RougeTokenizers;
import gloss.score.rouge.script.Rouge155;
import gloss.score.rouge.script.Rouge155Options;
import gloss.task.CoreNlpSentences;
import gloss.text.SentenceSplitter;
import java.io.IOException;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of ROUGE. */
final class RougeFlags {
  @Option(names = "--rouge-stem", description = "Compare English words by their stems.")
  private boolean stem;

  @Option(
      names = "--rouge-tokenizer",
      paramLabel = "NAME",
      description = "Tokens of ROUGE: latin (a-z and 0-9, the default) or unicode.")
  private @Nullable String tokenizer;

  @ArgGroup private @Nullable Sentences sentences;

  /** What a sentence of a line is. */
  private static final class Sentences {
    @Option(
        names = "--sentence-separator",
        paramLabel = "STR",
        description = {
          "What parts the sentences of a line, for rougeLsum and --rouge155",
          "(default: the whole line is one sentence)."
        })
    private @Nullable String separator;

    @Option(
        names = "--split-sentences",
        description = "Part English lines into sentences as Stanford CoreNLP does.")
    @SuppressWarnings("UnusedVariable") // that it is there says all
    private boolean split;

    SentenceSplitter splitter() {
      return separator == null ? new CoreNlpSentences() : SentenceSplitter.separator(separator);
    }
  }

  @Option(
      names = "--rouge155",
      paramLabel = "OPTIONS",
      parameterConsumer = TakenAsItIs.class,
      description = {
        "Print the lines of the perl script ROUGE-1.5.5 for its own options, in one string",
        "such as '-n 2 -m'; without -m, print nothing else."
      })
  private @Nullable String script;

  boolean hasScript() {
    return script != null;
  }

  Rouge settings() {
    return Rouge.builder()
        .stem(stem)
        .tokenizer(tokenizer == null ? RougeTokenizers.LATIN : RougeTokenizers.named(tokenizer))
        .sentences(splitter())
        .build();
  }

  Optional<Rouge155> script() throws IOException {
    return script == null
        ? Optional.empty()
        : Optional.of(Rouge155.of(Rouge155Options.parse(script), splitter()));
  }

  private SentenceSplitter splitter() {
    return sentences == null ? SentenceSplitter.LINES : sentences.splitter();
  }

  /** The script's options begin with a dash and yet are the value of ours. */
  static final class TakenAsItIs implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
      if (words.isEmpty()) {
        throw new ParameterException(
            command.commandLine(), "--rouge155 needs the script's options in one string");
      }
      option.setValue(words.pop());
    }
  }
}
