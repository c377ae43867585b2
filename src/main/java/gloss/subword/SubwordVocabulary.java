package gloss.subword;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Subwords as a {@link CopyVocabulary}: no word is unknown, a rare one is copied piece by piece.
 *
 * @param subwords the pieces
 */
public record SubwordVocabulary(Subwords subwords) implements CopyVocabulary {
  @Override
  public int size() {
    return subwords.vocabulary().size();
  }

  /** A space before each line's first word makes it the piece that it is elsewhere. */
  private int[] encode(String text) {
    String form = CopyVocabulary.normalized(text);
    return form.isEmpty() ? new int[0] : subwords.encode(" " + form.replace("\n", "\n "));
  }

  @Override
  public Reading read(String text, int most) {
    int[] ids = encode(text);
    return new Reading(ids.length > most ? Arrays.copyOf(ids, most) : ids, List.of());
  }

  @Override
  public int length(String text) {
    return encode(text).length;
  }

  @Override
  public int[] write(String summary, Reading text) {
    return encode(summary);
  }

  @Override
  public String text(int[] ids, Reading text) {
    return CopyVocabulary.normalized(subwords.decode(ids));
  }

  @Override
  public String written(int id, Reading text) {
    return subwords.decode(new int[] {id});
  }

  @Override
  public String token(int id, Reading text) {
    return subwords.vocabulary().token(id);
  }

  @Override
  public String unit() {
    return "subwords";
  }

  @Override
  public int specials() {
    return subwords.vocabulary().specials().size();
  }

  @Override
  public void write(Path tokenizerJson) throws IOException {
    subwords.write(tokenizerJson);
  }
}
