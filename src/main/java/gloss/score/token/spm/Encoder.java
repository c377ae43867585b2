package gloss.score.token.spm;

import java.util.List;

/** Cuts normalized text into pieces. */
interface Encoder {
  /** Where the pieces end, ascending; the last is the length of the text. */
  List<Integer> ends(String text);
}
