package gloss.bench;

import com.sun.management.OperatingSystemMXBean;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import gloss.pipeline.Translator;
import gloss.pipeline.corenlp.TranslateAnnotator;
import gloss.task.TextTranslator;
import gloss.task.TranslationModel;
import gloss.task.TranslationRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What the ways to a model cost: see bench/pipeline.sh. Arguments: model, text, rounds, sentences
 * of a document. In each round every way translates the same sentences, one way after the other;
 * printed are the medians over the rounds of the time by the clock and of the processors' time,
 * which other programs on the machine change less.
 */
public final class PipelineBenchmark {
  private PipelineBenchmark() {}

  /** What is measured. */
  private interface Way {
    void run() throws IOException;
  }

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int rounds = Integer.parseInt(args[2]);
    List<List<String>> documents =
        documents(Files.readAllLines(Path.of(args[1])), Integer.parseInt(args[3]));
    List<String> lines = documents.stream().flatMap(List::stream).toList();
    try (Translator translator = Translator.load(folder);
        TranslationModel model = TranslationModel.load(folder)) {
      TextTranslator decoder = new TextTranslator(List.of(model), translator.options());
      StanfordCoreNLP pipeline = pipeline(folder);
      List<List<String>> found = sentences(documents);
      int sentences = found.stream().mapToInt(List::size).sum();
      System.out.printf(
          Locale.ROOT,
          "%d lines; as %d documents they have %d sentences%n",
          lines.size(),
          documents.size(),
          sentences);
      Map<String, Way> ways = new LinkedHashMap<>();
      List<TranslationRequest> requests = lines.stream().map(translator::request).toList();
      ways.put("decoder, all lines", () -> decoder.translate(requests));
      ways.put("API, all lines", () -> translator.translate(lines));
      ways.put("API, a stream", () -> translator.translate(lines.stream()).forEach(line -> {}));
      ways.put("API, a document a call", () -> found.forEach(translator::translate));
      ways.put(
          "annotator, a document a call",
          () -> documents.forEach(document -> pipeline.annotate(annotation(document))));
      measure(ways, rounds);
    }
  }

  private static void measure(Map<String, Way> ways, int rounds) throws IOException {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    Map<String, List<Double>> processor = new LinkedHashMap<>();
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    for (int round = -1; round < rounds; round++) {
      List<String> order = new ArrayList<>(ways.keySet());
      Collections.rotate(order, round);
      for (String name : order) {
        long start = System.nanoTime();
        long startOfWork = system.getProcessCpuTime();
        ways.get(name).run();
        double took = (System.nanoTime() - start) / 1e9;
        double worked = (system.getProcessCpuTime() - startOfWork) / 1e9;
        // The first round warms up.
        if (round >= 0) {
          seconds.computeIfAbsent(name, n -> new ArrayList<>()).add(took);
          processor.computeIfAbsent(name, n -> new ArrayList<>()).add(worked);
        }
      }
    }
    for (String name : ways.keySet()) {
      System.out.printf(
          Locale.ROOT,
          "%-30s %.3f s by the clock, %.3f s of the processors%n",
          name,
          median(seconds.get(name)),
          median(processor.get(name)));
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static List<List<String>> documents(List<String> lines, int size) {
    List<List<String>> documents = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += size) {
      documents.add(lines.subList(from, Math.min(lines.size(), from + size)));
    }
    return documents;
  }

  private static Annotation annotation(List<String> document) {
    return new Annotation(String.join("\n", document));
  }

  /** The sentences that CoreNLP finds: what the annotator translates. */
  private static List<List<String>> sentences(List<List<String>> documents) {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    List<List<String>> all = new ArrayList<>();
    for (List<String> document : documents) {
      Annotation annotated = annotation(document);
      pipeline.annotate(annotated);
      String text = annotated.get(CoreAnnotations.TextAnnotation.class);
      List<String> found = new ArrayList<>();
      for (CoreMap sentence : annotated.get(CoreAnnotations.SentencesAnnotation.class)) {
        int begin = sentence.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class);
        int end = sentence.get(CoreAnnotations.CharacterOffsetEndAnnotation.class);
        found.add(text.substring(begin, end).replace('\n', ' '));
      }
      all.add(found);
    }
    return all;
  }

  private static StanfordCoreNLP pipeline(Path folder) {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,translate");
    properties.setProperty("customAnnotatorClass.translate", TranslateAnnotator.class.getName());
    properties.setProperty("translate.model", folder.toString());
    return new StanfordCoreNLP(properties);
  }
}
