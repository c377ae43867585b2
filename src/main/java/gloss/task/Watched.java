package gloss.task;

import gloss.decode.NextTokens;

/** A model that asks before each step whether the search may go on. */
record Watched(NextTokens model, Runnable mayStop) implements NextTokens {
  @Override
  public Top next(int[] newest, int count) {
    mayStop.run();
    return model.next(newest, count);
  }

  @Override
  public void select(int[] rows) {
    model.select(rows);
  }

  @Override
  public void close() {
    model.close();
  }
}
