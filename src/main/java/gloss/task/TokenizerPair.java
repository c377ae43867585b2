package gloss.task;

import gloss.batch.Specials;
import gloss.corpus.LinePair;
import gloss.corpus.ParallelFiles;
import gloss.corpus.ParallelReader;
import gloss.recipe.SubwordRecipe;
import gloss.subword.BpeSettings;
import gloss.subword.SubwordLearner;
import gloss.subword.Subwords;
import gloss.subword.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The subwords of both sides: one and the same, or one for each.
 *
 * @param source what source lines are cut with
 * @param target what target lines are cut with; the same object where the vocabulary is joint
 */
record TokenizerPair(Subwords source, Subwords target) {
  /** The ids that mean no word. */
  static final Specials SPECIALS =
      new Specials(Vocabulary.PAD, Vocabulary.UNK, Vocabulary.BOS, Vocabulary.EOS);

  private static final String JOINT = "tokenizer.json";
  private static final String SOURCE = "tokenizer.source.json";
  private static final String TARGET = "tokenizer.target.json";

  /** Learns from training text of any size. */
  static TokenizerPair learn(ParallelFiles text, SubwordRecipe recipe) throws IOException {
    BpeSettings settings = BpeSettings.ofMerges(recipe.merges());
    SubwordLearner sources = new SubwordLearner(settings);
    SubwordLearner targets = recipe.joint() ? sources : new SubwordLearner(settings);
    try (ParallelReader reader = text.open()) {
      for (LinePair pair = reader.next(); pair != null; pair = reader.next()) {
        sources.add(pair.source());
        targets.add(pair.target());
      }
    }
    Subwords source = sources.learn();
    return new TokenizerPair(source, recipe.joint() ? source : targets.learn());
  }

  /** Reads what {@link #write} wrote. */
  static TokenizerPair read(Path folder) throws IOException {
    Path joint = folder.resolve(JOINT);
    if (Files.exists(joint)) {
      Subwords both = Subwords.read(joint);
      return new TokenizerPair(both, both);
    }
    return new TokenizerPair(
        Subwords.read(folder.resolve(SOURCE)), Subwords.read(folder.resolve(TARGET)));
  }

  /** Whether both sides cut text into the same tokens with the same ids. */
  boolean equalsTokens(TokenizerPair other) {
    return source.vocabulary().tokens().equals(other.source.vocabulary().tokens())
        && target.vocabulary().tokens().equals(other.target.vocabulary().tokens());
  }

  /** The names of the files: one, or two. */
  List<String> files() {
    return source == target ? List.of(JOINT) : List.of(SOURCE, TARGET);
  }

  /** Writes the files, and deletes those of the other kind. */
  void write(Path folder) throws IOException {
    for (String file : List.of(JOINT, SOURCE, TARGET)) {
      if (!files().contains(file)) {
        Files.deleteIfExists(folder.resolve(file));
      }
    }
    if (source == target) {
      source.write(folder.resolve(JOINT));
    } else {
      source.write(folder.resolve(SOURCE));
      target.write(folder.resolve(TARGET));
    }
  }
}
