package gloss.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Workers in a ring of TCP connections: each sends to the next and receives from the one before.
 *
 * <p>{@link #sum} is the ring all-reduce (Patarasuk and Yuan 2009): each of {@code size} pieces
 * goes round once to be added up and once to be told, so that every worker sends {@code 2 (size −
 * 1) / size} times the values, 4 bytes each, however many workers there are. Each piece is added up
 * in one place: all workers get the same bits.
 */
public final class SocketRing implements Ring, Closeable {
  private static final int BUFFER = 1 << 16;
  private static final int PATIENCE_MILLISECONDS = 60_000;

  private final int rank;
  private final int size;
  private final Socket next;
  private final Socket previous;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final AtomicLong bytes = new AtomicLong();
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "gloss-ring");
            thread.setDaemon(true);
            return thread;
          });

  private SocketRing(int rank, int size, Socket next, Socket previous) throws IOException {
    this.rank = rank;
    this.size = size;
    this.next = next;
    this.previous = previous;
    next.setTcpNoDelay(true);
    next.setKeepAlive(true);
    previous.setKeepAlive(true);
    out = new DataOutputStream(new BufferedOutputStream(next.getOutputStream(), BUFFER));
    in = new DataInputStream(new BufferedInputStream(previous.getInputStream(), BUFFER));
  }

  /**
   * Connects with the neighbours.
   *
   * @param server where the worker before connects to
   * @param following where the next worker listens
   * @param secret what all workers know and others do not
   */
  public static SocketRing join(
      int rank, int size, ServerSocket server, InetSocketAddress following, long secret)
      throws IOException {
    Socket next = new Socket();
    next.connect(following, PATIENCE_MILLISECONDS);
    new DataOutputStream(next.getOutputStream()).writeLong(secret);
    server.setSoTimeout(PATIENCE_MILLISECONDS);
    while (true) {
      Socket previous = server.accept();
      previous.setSoTimeout(PATIENCE_MILLISECONDS);
      if (new DataInputStream(previous.getInputStream()).readLong() == secret) {
        previous.setSoTimeout(0);
        return new SocketRing(rank, size, next, previous);
      }
      previous.close();
    }
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public int size() {
    return size;
  }

  /** How many bytes this worker has sent. */
  public long sent() {
    return bytes.get();
  }

  @Override
  public void sum(float[] values) {
    for (int round = 0; round < size - 1; round++) {
      float[] received = exchange(values, piece(rank - round), piece(rank - round - 1));
      int start = start(values.length, piece(rank - round - 1));
      for (int i = 0; i < received.length; i++) {
        values[start + i] += received[i];
      }
    }
    for (int round = 0; round < size - 1; round++) {
      float[] received = exchange(values, piece(rank + 1 - round), piece(rank - round));
      System.arraycopy(
          received, 0, values, start(values.length, piece(rank - round)), received.length);
    }
  }

  private int piece(int number) {
    return Math.floorMod(number, size);
  }

  private int start(int length, int piece) {
    return (int) ((long) length * piece / size);
  }

  /** Sends a piece of the values while another is received. */
  private float[] exchange(float[] values, int sent, int expected) {
    int from = start(values.length, sent);
    int to = start(values.length, sent + 1);
    ByteBuffer message = ByteBuffer.allocate((to - from) * Float.BYTES);
    message.asFloatBuffer().put(values, from, to - from);
    byte[] answer = exchange(message.array());
    float[] received =
        new float[start(values.length, expected + 1) - start(values.length, expected)];
    if (answer.length != received.length * Float.BYTES) {
      throw lost(new IOException("workers are out of step"));
    }
    ByteBuffer.wrap(answer).asFloatBuffer().get(received);
    return received;
  }

  @Override
  public byte[][] gather(byte[] own) {
    byte[][] all = new byte[size][];
    all[rank] = own;
    for (int round = 0; round < size - 1; round++) {
      all[piece(rank - round - 1)] = exchange(all[piece(rank - round)]);
    }
    return all;
  }

  private byte[] exchange(byte[] message) {
    CompletableFuture<Void> sent =
        CompletableFuture.runAsync(
            () -> {
              try {
                out.writeInt(message.length);
                out.write(message);
                out.flush();
                bytes.addAndGet(Integer.BYTES + message.length);
              } catch (IOException e) {
                throw lost(e);
              }
            },
            sender);
    try {
      byte[] received = new byte[in.readInt()];
      in.readFully(received);
      sent.get();
      return received;
    } catch (IOException | ExecutionException e) {
      throw lost(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw lost(e);
    }
  }

  private static TrainingException lost(Exception e) {
    return new TrainingException("a worker is lost: " + e, e);
  }

  @Override
  public void close() throws IOException {
    sender.shutdownNow();
    next.close();
    previous.close();
  }
}
