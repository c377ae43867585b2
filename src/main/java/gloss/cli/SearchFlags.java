package gloss.cli;

import gloss.recipe.DecodingRecipe;
import gloss.yaml.Setting;
import gloss.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that change how a model is searched: each stands for keys of the recipe's {@code
 * decoding}, all of which {@code --set} reaches.
 */
final class SearchFlags {
  @Option(
      names = "--beam",
      paramLabel = "N",
      description = "Beam size; 1 is greedy search. With --mbr: how many candidates.")
  private @Nullable String beam;

  @Option(
      names = "--sample",
      description = "Draw tokens at random; see --temperature, --top-k, --top-p, --seed.")
  private boolean sample;

  @Option(
      names = "--mbr",
      paramLabel = "METRIC",
      description = "Of drawn candidates, the one most like the others by a metric of 'score'.")
  private @Nullable String mbr;

  @Option(
      names = "--diverse",
      paramLabel = "GROUPS",
      description = "Diverse beam search with so many groups.")
  private @Nullable String diverse;

  @Option(names = "--temperature", paramLabel = "T", description = "Below 1 draws bolder.")
  private @Nullable String temperature;

  @Option(names = "--top-k", paramLabel = "K", description = "Draw from the K likeliest tokens.")
  private @Nullable String topK;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      description = "Draw from the fewest tokens with P of the mass.")
  private @Nullable String topP;

  @Option(names = "--seed", paramLabel = "N", description = "Another one draws others.")
  private @Nullable String seed;

  @Option(
      names = "--length-penalty",
      paramLabel = "A",
      description = "a in log p / length^a, by which outputs are ranked.")
  private @Nullable String lengthPenalty;

  @Option(
      names = "--no-repeat-ngram",
      paramLabel = "N",
      description = "No N subwords in a row come twice in an output.")
  private @Nullable String noRepeatNgram;

  @Option(
      names = "--precision",
      paramLabel = "NUMBERS",
      description = "fp32, or bf16: faster where the processor knows it, and a little less exact.")
  private @Nullable String precision;

  @Option(
      names = "--shortlist",
      paramLabel = "N",
      description =
          "Only the N likeliest translations of each source subword, and the most frequent ones;"
              + " see 'gloss shortlist'. 0: all.")
  private @Nullable String shortlist;

  @Option(names = "--prefix", paramLabel = "TEXT", description = "What each output begins with.")
  private @Nullable String prefix;

  @Option(
      names = "--must",
      paramLabel = "WORDS",
      description = "Words that each output must have. May be repeated.")
  private List<String> must = List.of();

  @Option(
      names = "--must-not",
      paramLabel = "WORDS",
      description = "Words that no output may have. May be repeated.")
  private List<String> mustNot = List.of();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Any key below 'decoding' of the recipe, such as length.max-ratio=3. May be repeated.")
  private List<String> settings = List.of();

  /** Whether any of the options is there. */
  boolean given() {
    return sample
        || Stream.of(
                beam,
                mbr,
                diverse,
                temperature,
                topK,
                topP,
                seed,
                lengthPenalty,
                noRepeatNgram,
                prefix)
            .anyMatch(Objects::nonNull)
        || !(must.isEmpty() && mustNot.isEmpty() && settings.isEmpty());
  }

  /** The options in place of a model's own. */
  DecodingRecipe applyTo(DecodingRecipe recipe) {
    return applyTo(recipe, List.of());
  }

  /** The options, and other settings, in place of a model's own. */
  DecodingRecipe applyTo(DecodingRecipe recipe, List<Setting> others) {
    List<Setting> all = new ArrayList<>();
    kind(recipe).ifPresent(all::add);
    boolean mbrs = mbr != null;
    String drawing = mbrs ? "search.sampling." : "search.";
    add(all, "--mbr", "search.metric", mbr);
    add(all, "--beam", mbrs ? "search.candidates" : "search.beam", beam);
    add(all, "--diverse", "search.groups", diverse);
    add(all, "--temperature", drawing + "temperature", temperature);
    add(all, "--top-k", drawing + "top-k", topK);
    add(all, "--top-p", drawing + "top-p", topP);
    add(all, "--seed", drawing + "seed", seed);
    if (lengthPenalty != null) {
      all.add(Setting.of("length.penalty", mapping("average", "--length-penalty")));
    }
    add(all, "--length-penalty", "length.penalty.power", lengthPenalty);
    add(all, "--no-repeat-ngram", "repetition.no-repeat-ngram", noRepeatNgram);
    add(all, "--precision", "precision", precision);
    add(all, "--shortlist", "shortlist.best", shortlist);
    add(all, "--prefix", "words.prefix", prefix);
    addList(all, "--must", "words.must", must);
    addList(all, "--must-not", "words.must-not", mustNot);
    all.addAll(others);
    settings.forEach(setting -> all.add(Setting.parse(setting, "--set")));
    return recipe.with(all);
  }

  /** Another kind of search begins from its own defaults, so it comes before its keys. */
  private Optional<Setting> kind(DecodingRecipe recipe) {
    if (sample) {
      return Optional.of(Setting.of("search", mapping("sampling", "--sample")));
    } else if (mbr != null) {
      return Optional.of(Setting.of("search", mapping("mbr", "--mbr")));
    } else if (diverse != null) {
      return Optional.of(Setting.of("search", mapping("diverse-beam", "--diverse")));
    } else if (beam != null && recipe.search().drawing().isPresent()) {
      return Optional.of(Setting.of("search", mapping("beam", "--beam")));
    }
    return Optional.empty();
  }

  private static YamlNode mapping(String type, String where) {
    return new YamlNode.Mapping(Map.of("type", new YamlNode.Scalar(type, false, where)), where);
  }

  private static void add(List<Setting> all, String option, String key, @Nullable String value) {
    if (value != null) {
      all.add(Setting.of(key, new YamlNode.Scalar(value, false, option + " " + value)));
    }
  }

  private static void addList(List<Setting> all, String option, String key, List<String> values) {
    if (!values.isEmpty()) {
      List<YamlNode> items = new ArrayList<>();
      for (String value : values) {
        items.add(new YamlNode.Scalar(value, false, option + " " + value));
      }
      all.add(Setting.of(key, new YamlNode.Sequence(items, option)));
    }
  }
}
