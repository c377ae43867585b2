package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.RecordReader;
import gloss.yaml.RecordWriter;
import gloss.yaml.Setting;
import gloss.yaml.YamlFile;
import gloss.yaml.YamlNode;
import java.util.List;

/** How an output is searched for. */
public record DecodingRecipe(
    @Doc("which outputs are looked at") @Default("{}") SearchRecipe search,
    @Doc("how long an output may be, and how lengths compare") @Default("{}") LengthRecipe length,
    @Doc("what is said against saying things twice, or not at all") @Default("{}")
        RepetitionRecipe repetition,
    @Doc("words that are wanted or not wanted, in every output") @Default("{}") WordsRecipe words,
    @Doc("what comes out") @Default("{}") OutputRecipe output,
    @Doc("beam while training validates") @Default("1") int validationBeam,
    @Doc("numbers of the matrix products; bf16 is faster where the processor knows it")
        @Default("fp32")
        Precision precision,
    @Doc("which subwords are looked at; needs the file that 'gloss shortlist' makes") @Default("{}")
        ShortlistRecipe shortlist) {
  /** Fails for values out of range, and where parts do not fit each other. */
  public DecodingRecipe {
    Check.atLeast("validation-beam", validationBeam, 1);
    Check.that(
        output.nBest() <= search.most(),
        "output.n-best",
        "must be at most " + search.most() + ", which the search finds, is " + output.nBest());
  }

  /** Every key with its default. */
  public static DecodingRecipe defaults() {
    return new RecordReader(path -> path)
        .read(DecodingRecipe.class, YamlFile.parse("", "decoding"));
  }

  /** How many hypotheses of a source are followed side by side. */
  public int rows() {
    return search instanceof SearchRecipe.Sampling ? output.nBest() : search.most();
  }

  /** Whether it must be known where each token looks. */
  public boolean needsAttention() {
    return output.alignments()
        || repetition.coverage() > 0
        || output.unknown() == OutputRecipe.Unknown.COPY;
  }

  /** The same with a plain beam search of another size; 1 is greedy. */
  public DecodingRecipe withBeam(int beam) {
    SearchRecipe.Beam plain =
        search instanceof SearchRecipe.Beam now
            ? new SearchRecipe.Beam(beam, now.stop(), now.patience())
            : new SearchRecipe.Beam(beam, SearchRecipe.Stop.OPTIMAL, 1);
    OutputRecipe fitting = output.withNBest(Math.min(output.nBest(), beam));
    return new DecodingRecipe(
        plain, length, repetition, words, fitting, validationBeam, precision, shortlist);
  }

  /** The same with all subwords. */
  public DecodingRecipe withoutShortlist() {
    return new DecodingRecipe(
        search,
        length,
        repetition,
        words,
        output,
        validationBeam,
        precision,
        ShortlistRecipe.none());
  }

  /**
   * The same with other values.
   *
   * @param settings keys below {@code decoding}, such as {@code search.beam}, in the order in which
   *     they act
   * @throws gloss.text.InputException if there is no such key, or its value cannot be
   */
  public DecodingRecipe with(List<Setting> settings) {
    YamlNode.Mapping tree =
        YamlFile.parse(RecordWriter.plain(this, path -> path), "the model's recipe");
    for (Setting setting : settings) {
      tree = setting.applyTo(tree, DecodingRecipe.class);
    }
    return new RecordReader(path -> path).read(DecodingRecipe.class, tree);
  }
}
