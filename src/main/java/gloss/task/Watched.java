package gloss.task;

import gloss.decode.NextTokens;
import gloss.decode.Question;

/** A model that asks before each step whether the search may go on. */
record Watched(NextTokens model, Runnable mayStop) implements NextTokens {
  @Override
  public Answer next(int[] newest, Question question) {
    mayStop.run();
    return model.next(newest, question);
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
