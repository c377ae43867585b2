package gloss.nn;

import gloss.nn.pointer.PointerNetwork;
import gloss.nn.recurrent.RecurrentNetwork;
import gloss.recipe.AttentionScore;
import gloss.recipe.Cell;
import gloss.recipe.Norm;
import gloss.recipe.Positions;
import gloss.recipe.RecurrentRecipe;
import gloss.recipe.Tie;
import gloss.recipe.TransformerRecipe;
import java.util.ArrayList;
import java.util.List;

/** One small network of every kind, to be held to what all of them promise. */
public final class NetworkSamples {
  /** Size of vectors. */
  public static final int SIZE = 16;

  /** Vocabulary of sources. */
  public static final int SOURCE_WORDS = 11;

  /** Vocabulary of targets. */
  public static final int TARGET_WORDS = 11;

  /** Longest sequence. */
  public static final int LONGEST = 12;

  private static final double DROPOUT = 0.2;

  private NetworkSamples() {}

  /** A way to make a network, with a name for reports. */
  public record Sample(String name, Maker maker) {
    /** The network with dropout, without weights. */
    public SequenceNetwork make() {
      return maker.make(DROPOUT);
    }

    /** The network without dropout and without weights. */
    public SequenceNetwork makeWithoutDropout() {
      return maker.make(0);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Makes a network. */
  @FunctionalInterface
  public interface Maker {
    /** A new network, without weights. */
    SequenceNetwork make(double dropout);
  }

  /** Every kind: JUnit's source of arguments. */
  public static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    for (Norm norm : Norm.values()) {
      for (Positions positions : Positions.values()) {
        for (Tie tie : Tie.values()) {
          samples.add(
              transformer(norm + " " + positions + " tied " + tie, 2, 2, norm, positions, tie));
        }
      }
    }
    samples.add(transformer("deep and shallow", 12, 1, Norm.PRE, Positions.SINUSOIDAL, Tie.OUTPUT));
    for (Cell cell : Cell.values()) {
      for (AttentionScore score : AttentionScore.values()) {
        samples.add(recurrent(cell, score, false, Tie.OUTPUT));
        samples.add(recurrent(cell, score, true, Tie.NONE));
      }
    }
    Sample last = samples.get(samples.size() - 1);
    for (boolean coverage : new boolean[] {false, true}) {
      samples.add(pointers(samples.get(0), coverage));
      samples.add(pointers(last, coverage));
    }
    return samples;
  }

  /** The network of another sample with pointers. */
  private static Sample pointers(Sample below, boolean coverage) {
    return new Sample(
        "pointers on " + below + (coverage ? " with coverage" : ""),
        dropout ->
            new PointerNetwork(
                (EncoderDecoder) below.maker().make(dropout),
                new PointerNetwork.Settings(SIZE, TARGET_WORDS, 1, dropout, coverage, 0)));
  }

  private static Sample transformer(
      String name, int encoderLayers, int decoderLayers, Norm norm, Positions positions, Tie tie) {
    return new Sample(
        "transformer " + name,
        dropout ->
            new Transformer(
                new TransformerRecipe(
                    SIZE,
                    4,
                    24,
                    encoderLayers,
                    decoderLayers,
                    norm,
                    positions,
                    tie,
                    dropout,
                    dropout,
                    dropout),
                SOURCE_WORDS,
                TARGET_WORDS,
                LONGEST));
  }

  /** Those with general attention read one way, so that both ways are among the samples. */
  private static Sample recurrent(Cell cell, AttentionScore score, boolean feeding, Tie tie) {
    boolean bothWays = score != AttentionScore.GENERAL;
    return new Sample(
        cell + " " + score + (feeding ? " fed" : "") + (bothWays ? "" : " one way"),
        dropout ->
            new RecurrentNetwork(
                new RecurrentRecipe(cell, SIZE, 2, 2, bothWays, score, feeding, tie, dropout),
                SOURCE_WORDS,
                TARGET_WORDS));
  }
}
