package gloss.serve;

import gloss.pipeline.Translator;
import gloss.task.CoreNlpSentences;
import gloss.text.SentenceSplitter;
import gloss.text.Sentences;
import gloss.yaml.RecordReader;
import gloss.yaml.YamlNode;
import java.util.List;
import java.util.Map;

/** {@code POST /translate}. */
final class TranslateEndpoint implements Endpoint {
  private final Models models;

  TranslateEndpoint(Models models) {
    this.models = models;
  }

  @Override
  public String path() {
    return "/translate";
  }

  @Override
  public Question ask(YamlNode.Mapping mapping) {
    TranslateRequest request = new RecordReader(path -> path).read(TranslateRequest.class, mapping);
    Map.Entry<String, Translator> chosen = Models.choose(models.translators(), request.model());
    Translator model = chosen.getValue();
    List<Passage> passages =
        request.sentences()
            ? Passage.sentences(request.text(), splitter(model.recipe().data().source()))
            : Passage.whole(request.text());
    Translator searching = model.with(request.search().of(model.options()));
    return new TranslateQuestion(chosen.getKey(), searching, request, passages);
  }

  /** CoreNLP knows the abbreviations of English. */
  private static SentenceSplitter splitter(String language) {
    return language.equals("en") ? new CoreNlpSentences() : new Sentences(language);
  }
}
