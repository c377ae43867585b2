package gloss.task;

import gloss.explain.Look;
import gloss.explain.Written;
import gloss.subword.CopyVocabulary;
import gloss.subword.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of a text and of a summary of it, and which look at which. Tokens that stand side by
 * side, letters or digits, are one word.
 */
final class SummaryWords {
  /** A smaller share of the attention is not told. */
  private static final double LEAST = 0.02;

  private final CopyVocabulary vocabulary;
  private final CopyVocabulary.Reading reading;

  /** For each id of the text its word. */
  private final int[] wordOf;

  private final List<String> words = new ArrayList<>();

  SummaryWords(CopyVocabulary vocabulary, CopyVocabulary.Reading reading) {
    this.vocabulary = vocabulary;
    this.reading = reading;
    int[] ids = reading.ids();
    wordOf = grouped(Arrays.stream(ids).mapToObj(id -> vocabulary.written(id, reading)).toList());
    for (int from = 0; from < ids.length; ) {
      int to = end(wordOf, from);
      words.add(vocabulary.text(Arrays.copyOfRange(ids, from, to), reading).strip());
      from = to;
    }
  }

  /** The words of a summary; the end mark is none. */
  List<Written> written(List<ForcedWords.Place> places) {
    List<ForcedWords.Place> said =
        places.stream().filter(place -> place.id() != Vocabulary.EOS).toList();
    SummaryPieces pieces = new SummaryPieces(vocabulary, reading);
    List<String> texts = said.stream().map(place -> pieces.next(place.id())).toList();
    int[] groups = grouped(texts);
    List<Written> written = new ArrayList<>();
    for (int from = 0; from < groups.length; ) {
      int to = end(groups, from);
      List<ForcedWords.Place> word = said.subList(from, to);
      written.add(
          new Written(
              String.join("", texts.subList(from, to)),
              looks(word),
              word.stream().mapToDouble(ForcedWords.Place::copied).average().orElse(0)));
      from = to;
    }
    return written;
  }

  /** The mean over the tokens of a word. */
  private List<Look> looks(List<ForcedWords.Place> tokens) {
    double[] shares = new double[words.size()];
    for (ForcedWords.Place token : tokens) {
      for (ForcedWords.Pointer pointer : token.pointers()) {
        // Beyond the text stands its end mark.
        if (pointer.at() < wordOf.length) {
          shares[wordOf[pointer.at()]] += pointer.share() / tokens.size();
        }
      }
    }
    List<Look> looks = new ArrayList<>();
    for (int word = 0; word < shares.length; word++) {
      if (shares[word] >= LEAST) {
        looks.add(new Look(word, words.get(word), shares[word]));
      }
    }
    return looks;
  }

  /** For each piece the word that it is part of, from 0. */
  private static int[] grouped(List<String> pieces) {
    int[] groups = new int[pieces.size()];
    for (int i = 1; i < groups.length; i++) {
      groups[i] = groups[i - 1] + (isOneWord(pieces.get(i - 1), pieces.get(i)) ? 0 : 1);
    }
    return groups;
  }

  private static int end(int[] groups, int from) {
    int to = from;
    while (to < groups.length && groups[to] == groups[from]) {
      to++;
    }
    return to;
  }

  private static boolean isOneWord(String before, String piece) {
    return !before.isEmpty()
        && !piece.isEmpty()
        && isPartOfWord(before.codePointBefore(before.length()))
        && isPartOfWord(piece.codePointAt(0));
  }

  /** A byte that is no character counts as a letter. */
  private static boolean isPartOfWord(int c) {
    return Character.isLetterOrDigit(c) || c == '\ufffd';
  }
}
