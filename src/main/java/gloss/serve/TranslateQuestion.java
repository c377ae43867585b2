package gloss.serve;

import gloss.pipeline.Translator;
import gloss.recipe.WordsRecipe;
import gloss.task.TranslationRequest;
import gloss.task.TranslationResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts to be translated.
 *
 * @param model the name of the translator
 * @param passages of the request's texts, in order
 */
record TranslateQuestion(
    String model, Translator translator, TranslateRequest request, List<Passage> passages)
    implements Question {
  @Override
  public int lines() {
    return passages.size();
  }

  @Override
  public Answer answer() {
    return Answer.of(translator.submit(requests(passages)), this::whole);
  }

  @Override
  public boolean streams() {
    return true;
  }

  @Override
  public Answer part(int from, int to) {
    List<Passage> some = passages.subList(from, to);
    TranslationJson json = new TranslationJson(request);
    return Answer.of(
        translator.submit(requests(some)),
        results -> {
          List<Object> items = new ArrayList<>();
          for (int i = 0; i < some.size(); i++) {
            items.add(json.of(some.get(i), results.get(i)));
          }
          return items;
        });
  }

  private List<TranslationRequest> requests(List<Passage> some) {
    WordsRecipe words = request.words(translator.options().words());
    return some.stream()
        .map(passage -> new TranslationRequest(passage.text().replace('\n', ' '), words))
        .toList();
  }

  private Map<String, Object> whole(List<TranslationResult> results) {
    TranslationJson json = new TranslationJson(request);
    List<Object> translations = new ArrayList<>();
    if (request.sentences()) {
      for (int i = 0; i < request.text().size(); i++) {
        translations.add(ofSentences(i, results, json));
      }
    } else {
      results.forEach(result -> translations.add(json.of(result)));
    }
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("model", model);
    whole.put("translations", translations);
    return whole;
  }

  /** The sentences of a text, and the text that they are together, spaced as the source is. */
  private Map<String, Object> ofSentences(
      int index, List<TranslationResult> results, TranslationJson json) {
    String source = request.text().get(index);
    StringBuilder text = new StringBuilder();
    List<Object> sentences = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      if (passage.index() == index) {
        text.append(source, end, passage.begin()).append(results.get(i).best().text());
        sentences.add(json.of(passage, results.get(i)));
        end = passage.end();
      }
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", text.append(source.substring(end)).toString());
    object.put("sentences", sentences);
    return object;
  }
}
