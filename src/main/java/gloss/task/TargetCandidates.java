package gloss.task;

import gloss.decode.Demand;
import gloss.decode.Phrase;
import gloss.lexicon.Shortlist;
import gloss.recipe.ShortlistRecipe;
import gloss.subword.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The subwords that a translation may be made of, where these are not all: those of the shortlist,
 * those that are asked for, and, where both sides have the same subwords, the source's own, since
 * names and numbers are copied.
 */
record TargetCandidates(Shortlist shortlist, ShortlistRecipe recipe, boolean joint) {
  /** The candidates for a source, each once, in rising order. */
  int[] of(int[] source, Demand demand) {
    List<IntStream> parts = new ArrayList<>();
    parts.add(IntStream.of(Vocabulary.UNK, Vocabulary.EOS));
    parts.add(Arrays.stream(shortlist.candidates(source, recipe.best(), recipe.frequent())));
    parts.add(demand.prefix().stream().mapToInt(Integer::intValue));
    demand.required().stream().flatMap(TargetCandidates::forms).forEach(parts::add);
    if (joint) {
      parts.add(Arrays.stream(source));
    }
    return parts.stream().flatMapToInt(part -> part).sorted().distinct().toArray();
  }

  private static Stream<IntStream> forms(Phrase phrase) {
    return Stream.of(Arrays.stream(phrase.inside()), Arrays.stream(phrase.atStart()));
  }
}
