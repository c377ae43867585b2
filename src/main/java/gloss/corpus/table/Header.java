package gloss.corpus.table;

/** Whether the first row of a table has the names of its columns. */
public enum Header {
  /** It has if its cells are all different and none is empty or a number. */
  AUTO,
  /** It has. */
  PRESENT,
  /** It has not: the columns are called 1, 2, 3 and so on. */
  ABSENT
}
