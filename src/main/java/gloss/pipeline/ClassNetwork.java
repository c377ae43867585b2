package gloss.pipeline;

import gloss.text.InputException;
import java.util.List;

/** A model that classifies one kind of things. May be used by several threads at once. */
interface ClassNetwork extends AutoCloseable {
  /**
   * Something as its network sees it.
   *
   * @param numbers of a row, or none
   * @param pixels of a picture, or none
   */
  @SuppressWarnings("ArrayRecordComponent") // Large, and never compared.
  record Prepared(float[] numbers, byte[] pixels) {}

  Classifier.Kind kind();

  List<String> classes();

  /** The columns that a row must have; none for pictures. */
  List<String> columns();

  /**
   * Understands an input.
   *
   * @param number of the input among those asked for together, from 1
   * @throws InputException if it is of another kind, or damaged
   */
  Prepared prepare(ClassifierInput input, int number);

  /** The probability of each class, for each. */
  List<double[]> probabilities(List<Prepared> inputs);

  @Override
  void close();

  /** How much memory an input takes, about. */
  static int characters(ClassifierInput input) {
    return input instanceof ClassifierInput.Picture picture
        ? picture.file().length
        : ((ClassifierInput.Row) input).cells().values().stream().mapToInt(String::length).sum();
  }
}
