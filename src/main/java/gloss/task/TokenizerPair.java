package gloss.task;

import gloss.batch.Specials;
import gloss.corpus.ParallelText;
import gloss.recipe.SubwordRecipe;
import gloss.subword.Subwords;
import gloss.subword.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** The names that files may have. */
  static final List<String> FILES = List.of(JOINT, SOURCE, TARGET);

  /** Learns from training text. */
  static TokenizerPair learn(ParallelText text, SubwordRecipe recipe) {
    if (!recipe.joint()) {
      return new TokenizerPair(
          Subwords.learn(text.sources(), recipe.merges()),
          Subwords.learn(text.targets(), recipe.merges()));
    }
    List<String> both = new ArrayList<>(text.sources());
    both.addAll(text.targets());
    Subwords joint = Subwords.learn(both, recipe.merges());
    return new TokenizerPair(joint, joint);
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

  /** Writes the files. */
  void write(Path folder) throws IOException {
    if (source == target) {
      source.write(folder.resolve(JOINT));
    } else {
      source.write(folder.resolve(SOURCE));
      target.write(folder.resolve(TARGET));
    }
  }
}
