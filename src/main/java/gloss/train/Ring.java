package gloss.train;

/**
 * The connection of a worker with the others, who call the same methods in the same order. What
 * breaks it is a {@link TrainingException}: then a worker is lost.
 */
public interface Ring {
  /** A worker by itself. */
  Ring ALONE =
      new Ring() {
        @Override
        public int rank() {
          return 0;
        }

        @Override
        public int size() {
          return 1;
        }

        @Override
        public void sum(float[] values) {}

        @Override
        public byte[][] gather(byte[] own) {
          return new byte[][] {own};
        }
      };

  /** This worker's number, from 0, which is the leader's. */
  int rank();

  /** How many workers there are. */
  int size();

  /** Adds up the values of all workers, in place; all get the same bits. */
  void sum(float[] values);

  /** What each worker has given, in the order of their numbers. */
  byte[][] gather(byte[] own);
}
