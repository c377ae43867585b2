package gloss.cli.spark;

import gloss.cli.CommandProvider;

/** Brings {@code gloss spark} into the command line. */
public final class SparkProvider implements CommandProvider {
  @Override
  public Object command() {
    return new SparkCommand();
  }
}
