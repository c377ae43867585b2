package gloss.recipe;

/** What a recurrent layer does in each step. */
public enum Cell {
  /** Long short-term memory (Hochreiter and Schmidhuber 1997): four gates, two states. */
  LSTM,
  /** Gated recurrent unit (Cho et al. 2014): three gates, one state; a quarter cheaper. */
  GRU
}
