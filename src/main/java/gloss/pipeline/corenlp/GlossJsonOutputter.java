package gloss.pipeline.corenlp;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.AnnotationOutputter;
import edu.stanford.nlp.pipeline.JSONOutputter;
import edu.stanford.nlp.util.CoreMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CoreNLP's standard JSON with what Gloss has annotated in it: {@code outputFormat = custom} and
 * {@code customOutputter = gloss.pipeline.corenlp.GlossJsonOutputter}.
 *
 * <p>Sentences and the document have the members {@code translation}, {@code translationScore},
 * {@code translations}, {@code alignment}, {@code summary}, {@code summaryScore}, {@code
 * summaries}, {@code summarySentences}, {@code label}, {@code labelProbabilities}, {@code
 * references} and {@code scores}, where they are set; sentences also have their {@code
 * characterOffsetBegin} and {@code characterOffsetEnd}.
 */
public final class GlossJsonOutputter extends AnnotationOutputter {
  private static final Map<String, Class<? extends CoreAnnotation<?>>> MEMBERS = members();

  private static Map<String, Class<? extends CoreAnnotation<?>>> members() {
    Map<String, Class<? extends CoreAnnotation<?>>> members = new LinkedHashMap<>();
    members.put("translation", GlossAnnotations.Translation.class);
    members.put("translationScore", GlossAnnotations.TranslationScore.class);
    members.put("translations", GlossAnnotations.Translations.class);
    members.put("alignment", GlossAnnotations.Alignment.class);
    members.put("summary", GlossAnnotations.Summary.class);
    members.put("summaryScore", GlossAnnotations.SummaryScore.class);
    members.put("summaries", GlossAnnotations.Summaries.class);
    members.put("summarySentences", GlossAnnotations.SummarySentences.class);
    members.put("label", GlossAnnotations.Label.class);
    members.put("labelProbabilities", GlossAnnotations.LabelProbabilities.class);
    members.put("references", GlossAnnotations.References.class);
    members.put("scores", GlossAnnotations.Scores.class);
    return members;
  }

  @Override
  public void print(Annotation document, OutputStream out, Options options) throws IOException {
    ByteArrayOutputStream standard = new ByteArrayOutputStream();
    new JSONOutputter().print(document, standard, options);
    Charset charset = Charset.forName(options.encoding);
    JsonObject root = JsonParser.parseString(standard.toString(charset)).getAsJsonObject();
    add(document, root);
    JsonArray sentences = root.getAsJsonArray("sentences");
    List<CoreMap> annotated = SentenceTexts.sentences(document);
    for (int i = 0; sentences != null && i < annotated.size(); i++) {
      JsonObject sentence = sentences.get(i).getAsJsonObject();
      sentence.addProperty("characterOffsetBegin", SentenceTexts.begin(annotated.get(i)));
      sentence.addProperty("characterOffsetEnd", SentenceTexts.end(annotated.get(i)));
      add(annotated.get(i), sentence);
    }
    GsonBuilder builder =
        new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues();
    Gson gson = options.pretty ? builder.setPrettyPrinting().create() : builder.create();
    out.write((gson.toJson(root) + "\n").getBytes(charset));
    out.flush();
  }

  private static void add(CoreMap annotated, JsonObject object) {
    MEMBERS.forEach(
        (name, key) -> {
          JsonElement value = new Gson().toJsonTree(value(annotated, key));
          if (!value.isJsonNull()) {
            object.add(name, value);
          }
        });
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the key's own type is not needed here
  private static @Nullable Object value(CoreMap annotated, Class<? extends CoreAnnotation<?>> key) {
    return annotated.get((Class) key);
  }
}
