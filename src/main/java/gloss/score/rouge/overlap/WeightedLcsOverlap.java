package gloss.score.rouge.overlap;

import gloss.score.ngram.Symbols;
import gloss.text.InputException;
import java.util.Arrays;

/**
 * ROUGE-W (Lin 2004, section 4): as {@link UnionLcsOverlap}, where a run of k tokens that match one
 * after the other is worth k^weight. As in ROUGE-1.5.5, a run that ends in a token which no longer
 * counts is worth nothing.
 */
public final class WeightedLcsOverlap implements SentenceOverlap {
  private static final long MOST_CELLS = 1L << 28;

  private final double weight;
  private final ClippedCounts counts = new ClippedCounts();
  private double[] powers = new double[64];
  private int known;
  private double[] score = new double[64];
  private int[] run = new int[64];
  private long[] up = new long[64];
  private boolean[] hits = new boolean[64];

  /** Rewards runs by this exponent, more than 0; 1.2 is usual. */
  public WeightedLcsOverlap(double weight) {
    this.weight = weight;
  }

  /** k^weight. */
  private double power(int k) {
    if (k >= powers.length) {
      powers = Arrays.copyOf(powers, Math.max(k + 1, 2 * powers.length));
    }
    for (; known <= k; known++) {
      powers[known] = Math.pow(known, weight);
    }
    return powers[k];
  }

  @Override
  public double hits(SentencePair texts, SentencePair counted) {
    SentencedText reference = texts.reference();
    counts.set(counted.hypothesis().tokens(), counted.reference().tokens());
    double sum = 0;
    for (int s = 0; s < reference.sentences(); s++) {
      sum = addSentence(texts, reference.from(s), reference.to(s), sum);
    }
    counts.clear(counted.hypothesis().tokens(), counted.reference().tokens());
    return sum;
  }

  private double addSentence(SentencePair texts, int from, int to, double before) {
    int length = to - from;
    SentencedText hypothesis = texts.hypothesis();
    if (hits.length < length) {
      hits = new boolean[length];
    }
    Arrays.fill(hits, 0, length, false);
    Symbols reference = texts.reference().tokens();
    for (int s = 0; s < hypothesis.sentences(); s++) {
      fill(reference, from, length, hypothesis, s);
      mark(reference, from, length, hypothesis, s);
    }
    double sum = before;
    int matched = 0;
    for (int i = 0; i < length; i++) {
      if (hits[i] && counts.take(reference.get(from + i))) {
        matched++;
        if (i + 1 == length || !hits[i + 1]) {
          sum += power(matched);
          matched = 0;
        }
      }
    }
    return sum;
  }

  /** The table of weighted lengths, row by row; of each cell its best way is kept. */
  private void fill(Symbols reference, int from, int rows, SentencedText hypothesis, int s) {
    int start = hypothesis.from(s);
    int columns = hypothesis.to(s) - start;
    reserve(rows, columns);
    power(Math.min(rows, columns) + 1);
    for (int i = 0; i < rows; i++) {
      fillRow(reference.get(from + i), hypothesis.tokens(), start, columns, (long) i * columns);
    }
  }

  private void fillRow(int token, Symbols text, int start, int columns, long cell) {
    double diagonal = score[0];
    int diagonalRun = run[0];
    for (int j = 1; j <= columns; j++) {
      double above = score[j];
      int aboveRun = run[j];
      if (token == text.get(start + j - 1)) {
        score[j] = diagonal + powers[diagonalRun + 1] - powers[diagonalRun];
        run[j] = diagonalRun + 1;
      } else {
        run[j] = 0;
        long bit = cell + j - 1;
        if (above >= score[j - 1]) {
          up[(int) (bit >> 6)] |= 1L << bit;
        } else {
          score[j] = score[j - 1];
        }
      }
      diagonal = above;
      diagonalRun = aboveRun;
    }
  }

  private void reserve(int rows, int columns) {
    long cells = (long) rows * columns;
    if (cells > MOST_CELLS) {
      throw new InputException(
          "ROUGE-W cannot compare a sentence of "
              + rows
              + " tokens with one of "
              + columns
              + "; split the texts into sentences, or leave ROUGE-W out");
    }
    if (score.length <= columns) {
      score = new double[columns + 1];
      run = new int[columns + 1];
    }
    Arrays.fill(score, 0, columns + 1, 0);
    Arrays.fill(run, 0, columns + 1, 0);
    int words = (int) ((cells + 63) / 64);
    if (up.length < words) {
      up = new long[words];
    }
    Arrays.fill(up, 0, words, 0);
  }

  private void mark(Symbols reference, int from, int rows, SentencedText hypothesis, int s) {
    int start = hypothesis.from(s);
    int columns = hypothesis.to(s) - start;
    int i = rows;
    int j = columns;
    while (i > 0 && j > 0) {
      long bit = (long) (i - 1) * columns + j - 1;
      if (reference.get(from + i - 1) == hypothesis.tokens().get(start + j - 1)) {
        i--;
        j--;
        hits[i] = true;
      } else if (((up[(int) (bit >> 6)] >>> bit) & 1) != 0) {
        i--;
      } else {
        j--;
      }
    }
  }

  /** length^weight. */
  @Override
  public double size(SentencedText text) {
    return Math.pow(text.size(), weight);
  }

  /** The weights of the sentences added up: the size of a text sentence by sentence. */
  public double sizeOfSentences(SentencedText text) {
    double sum = 0;
    for (int s = 0; s < text.sentences(); s++) {
      sum += power(text.to(s) - text.from(s));
    }
    return sum;
  }
}
