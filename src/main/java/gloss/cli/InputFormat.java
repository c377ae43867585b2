package gloss.cli;

/** How requests stand in the input; the names are those of the option. */
enum InputFormat {
  /** A line each. */
  text,

  /** A JSON object each, with the keys text, prefix, must and must-not; all but text are free. */
  jsonl
}
