package gloss.corpus.fetch;

/** Is told how transfers go. */
public interface TransferListener {
  /** Hears nothing. */
  TransferListener SILENT = (name, bytes, total) -> {};

  /**
   * Some bytes have come.
   *
   * @param total how many there will be, or -1 where the server does not say
   */
  void transferred(String name, long bytes, long total);

  /** A source is given up and the next one is tried; {@code reason} is a line. */
  default void failed(String reason) {}
}
