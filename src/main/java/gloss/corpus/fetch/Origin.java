package gloss.corpus.fetch;

import java.io.IOException;

/** Where files are brought from. */
public sealed interface Origin permits Web, Folder {
  /** Brings a delivery, so that {@code staging} holds its files, checked. */
  void bring(Delivery delivery, Staging staging) throws IOException;
}
