package gloss.spark;

import gloss.pipeline.Translator;
import gloss.task.TranslationRequest;
import gloss.task.TranslationResult;
import gloss.text.InputException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes the translation of each line, with the line's number before it.
 *
 * @param malformed which lines are
 */
record TranslatedLines(Translator translator, Predicate<String> malformed)
    implements LineWriter<TranslationRequest, TranslationResult> {
  @Override
  public TranslationRequest request(String line) {
    if (malformed.test(line)) {
      throw new InputException("malformed");
    }
    return translator.request(line);
  }

  @Override
  public int characters(TranslationRequest request) {
    return request.text().length();
  }

  @Override
  public List<TranslationResult> results(List<TranslationRequest> requests) {
    return translator.results(requests);
  }

  @Override
  public List<String> lines(TranslationResult result, long line) {
    return List.of(line + ":" + result.best().text());
  }

  /** Some are remarkable, so that these are written, too. */
  @Override
  public List<String> remarks(TranslationResult result) {
    return result.best().text().length() % 3 == 0 ? List.of("of length 3 n") : List.of();
  }

  @Override
  public void close() {
    translator.close();
  }
}
