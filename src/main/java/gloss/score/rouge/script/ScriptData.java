package gloss.score.rouge.script;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the script reads from its folder of data.
 *
 * @param exceptions irregular words; none if the folder has no such list
 * @param stopWords the folder's stop words, or SMART's
 */
record ScriptData(ExceptionList exceptions, StopWords stopWords) {
  private static final String STOP_WORDS = "smart_common_words.txt";
  private static final String EXCEPTIONS = "WordNet-2.0-Exceptions";

  /** Reads a folder laid out as the script's, or one that has WordNet's lists themselves. */
  static ScriptData of(Optional<Path> folder) throws IOException {
    if (folder.isEmpty()) {
      return new ScriptData(ExceptionList.empty(), StopWords.smart());
    }
    Path data = folder.get();
    if (!Files.isDirectory(data)) {
      return new ScriptData(ExceptionList.read(data), StopWords.smart());
    }
    Path words = data.resolve(STOP_WORDS);
    Path subfolder = data.resolve(EXCEPTIONS);
    Path lists = Files.isDirectory(subfolder) ? subfolder : data;
    boolean hasWords = Files.exists(words);
    boolean hasLists = ExceptionList.isIn(lists);
    if (!hasWords && !hasLists) {
      throw InputException.in(
          data, "has neither WordNet's exception lists (*.exc) nor " + STOP_WORDS);
    }
    return new ScriptData(
        hasLists ? ExceptionList.read(lists) : ExceptionList.empty(),
        hasWords ? StopWords.read(words) : StopWords.smart());
  }
}
