package gloss.score.rouge.script;

import gloss.score.Segment;
import gloss.score.Signature;
import gloss.score.rouge.overlap.TextReader;
import gloss.text.SentenceSplitter;
import gloss.text.stem.Stemmers;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The script ROUGE-1.5.5 (Lin 2004) with its options.
 *
 * <pre>{@code
 * Rouge155 script = Rouge155.of(Rouge155Options.parse("-n 2 -m -c 95 -r 1000"));
 * ScriptRun run = script.run("1");
 * segments.forEach(run::add);
 * System.out.print(run.text());
 * }</pre>
 *
 * <p>Measures that are given the same segment one after the other read it only once. Immutable.
 */
public final class Rouge155 {
  private static final int SHORTEST_STEMMED = 4;

  private final Rouge155Options options;
  private final SentenceSplitter splitter;
  private final ExceptionList exceptions;
  private final StopWords stopWords;
  private final ThreadLocal<ScriptTexts> texts;
  private final List<Rouge155Measure> measures;

  /**
   * The script with its data.
   *
   * @param options what the user asked for; the folder that they name is not read
   * @param splitter what parts the sentences of a text
   * @param exceptions irregular words that stemming looks up first
   * @param stopWords words that are removed where the options say so
   */
  public Rouge155(
      Rouge155Options options,
      SentenceSplitter splitter,
      ExceptionList exceptions,
      StopWords stopWords) {
    this.options = options;
    this.splitter = splitter;
    this.exceptions = exceptions;
    this.stopWords = stopWords;
    this.texts = ThreadLocal.withInitial(this::newTexts);
    this.measures = ScriptMeasures.of(this);
  }

  /**
   * The script where every line is a sentence; see {@link #of(Rouge155Options, SentenceSplitter)}.
   */
  public static Rouge155 of(Rouge155Options options) throws IOException {
    return of(options, SentenceSplitter.LINES);
  }

  /**
   * The script with the data that the options name: WordNet's exception lists and a list of stop
   * words. Where there is none, no word is irregular, and stop words are SMART's.
   *
   * @throws gloss.text.InputException if a folder is named that has neither
   */
  public static Rouge155 of(Rouge155Options options, SentenceSplitter splitter) throws IOException {
    ScriptData data = ScriptData.of(options.reading().data());
    return new Rouge155(options, splitter, data.exceptions(), data.stopWords());
  }

  /** The measures that the options ask for, in the script's order. */
  public List<Rouge155Measure> measures() {
    return measures;
  }

  /** An empty run for a system; the name stands in front of every line. */
  public ScriptRun run(String system) {
    return new ScriptRun(this, system);
  }

  /** The options. */
  public Rouge155Options options() {
    return options;
  }

  private ScriptTexts newTexts() {
    TextReader reader = new TextReader(new AsciiTokenizer(), this::form);
    return new ScriptTexts(reader, splitter, options.reading().limit());
  }

  private @Nullable String form(String token) {
    if (options.reading().withoutStopWords() && stopWords.contains(token)) {
      return null;
    }
    if (!options.reading().stem() || token.length() < SHORTEST_STEMMED) {
      return token;
    }
    String base = exceptions.base(token);
    return base != null ? base : Stemmers.ROUGE155.stem(token);
  }

  ScriptTexts texts(Segment segment) {
    ScriptTexts read = texts.get();
    read.read(segment);
    return read;
  }

  Signature signature() {
    Rouge155Options.Reading reading = options.reading();
    Scoring scoring = options.scoring();
    return Signature.empty()
        .with("flavor", "fl", "rouge-1.5.5")
        .with("stem", "st", stemming())
        .with("stop", "sw", reading.withoutStopWords() ? "removed" : "kept")
        .with("tok", "tok", "ascii")
        .with("sent", "se", splitter.name())
        .with("limit", "li", reading.limit().name())
        .with("formula", "f", scoring.formula() == Scoring.Formula.AVERAGE ? "A" : "B")
        .with("alpha", "al", scoring.alpha())
        .with("agg", "ag", scoring.counting() == Scoring.Counting.DOCUMENTS ? "mean" : "tokens");
  }

  private String stemming() {
    if (!options.reading().stem()) {
      return "no";
    }
    String name = Stemmers.ROUGE155.name();
    return exceptions.size() == 0 ? name : name + "+exceptions[" + exceptions.size() + "]";
  }
}
