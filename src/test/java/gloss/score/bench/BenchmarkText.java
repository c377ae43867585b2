package gloss.score.bench;

import gloss.score.Segment;
import gloss.text.LineReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Text for benchmarks: sentences of a file, or invented ones of about 12 words, as references; the
 * same with a quarter of the words changed as hypotheses. The same seed gives the same text.
 */
final class BenchmarkText {
  private static final double NOISE = 0.25;

  private final List<String> sentences;
  private final Random random = new Random(12345);

  private BenchmarkText(List<String> sentences) {
    this.sentences = sentences;
  }

  /** Sentences of {@code $GLOSS_BENCH_TEXT}, or invented ones. */
  static BenchmarkText open() throws IOException {
    String file = System.getenv("GLOSS_BENCH_TEXT");
    return new BenchmarkText(file == null ? invented(20_000) : LineReader.readAll(Path.of(file)));
  }

  private static List<String> invented(int count) {
    Random random = new Random(1);
    List<String> vocabulary = new ArrayList<>();
    while (vocabulary.size() < 8000) {
      StringBuilder word = new StringBuilder();
      int syllables = 1 + random.nextInt(3);
      for (int s = 0; s < syllables; s++) {
        word.append("bcdfghklmnprstvw".charAt(random.nextInt(16)));
        word.append("aeiou".charAt(random.nextInt(5)));
      }
      vocabulary.add(word.toString());
    }
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> words = new ArrayList<>();
      int length = 8 + random.nextInt(9);
      for (int w = 0; w < length; w++) {
        // Few words are frequent, as in language.
        double x = random.nextDouble();
        words.add(vocabulary.get((int) (vocabulary.size() * x * x * x)));
      }
      sentences.add("The " + String.join(" ", words) + ".");
    }
    return sentences;
  }

  /** A sentence with a quarter of its words deleted, doubled, replaced or exchanged. */
  private String changed(String sentence) {
    List<String> words = new ArrayList<>(Arrays.asList(sentence.split(" ")));
    for (int i = 0; i < words.size(); i++) {
      if (random.nextDouble() < NOISE) {
        switch (random.nextInt(4)) {
          case 0 -> words.remove(i);
          case 1 -> words.add(i, words.get(i));
          case 2 -> words.set(i, "changed");
          default -> Collections.swap(words, i, random.nextInt(words.size()));
        }
      }
    }
    return String.join(" ", words);
  }

  /** Segments that join so many sentences each. */
  List<Segment> segments(int count, int sentencesEach) {
    List<Segment> segments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StringBuilder reference = new StringBuilder();
      for (int s = 0; s < sentencesEach; s++) {
        reference.append(s == 0 ? "" : " ");
        reference.append(sentences.get((i * sentencesEach + s) % sentences.size()));
      }
      segments.add(Segment.of(changed(reference.toString()), reference.toString()));
    }
    return segments;
  }

  /** Writes {@code FOLDER/ref}, {@code FOLDER/hyp1} and {@code FOLDER/hyp2} with so many lines. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    BenchmarkText text = open();
    int count = Integer.parseInt(args[1]);
    try (BufferedWriter ref = Files.newBufferedWriter(folder.resolve("ref"));
        BufferedWriter one = Files.newBufferedWriter(folder.resolve("hyp1"));
        BufferedWriter two = Files.newBufferedWriter(folder.resolve("hyp2"))) {
      for (int i = 0; i < count; i++) {
        String sentence = text.sentences.get(i % text.sentences.size());
        ref.write(sentence + "\n");
        one.write(text.changed(sentence) + "\n");
        two.write(text.changed(sentence) + "\n");
      }
    }
  }
}
