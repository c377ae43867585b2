package gloss.corpus.fetch;

import gloss.corpus.archive.BadContent;
import gloss.text.InputException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The addresses that a card names, tried in turn. */
public final class Web implements Origin {
  private final Patience patience;
  private final TransferListener listener;

  /** Makes an origin that tells the listener how it goes. */
  public Web(Patience patience, TransferListener listener) {
    this.patience = patience;
    this.listener = listener;
  }

  @Override
  public void bring(Delivery delivery, Staging staging) throws IOException {
    if (delivery.addresses().isEmpty()) {
      throw new InputException(
          delivery.name() + ": no address has it; give a folder with a copy: --from FOLDER");
    }
    List<String> reasons = new ArrayList<>();
    for (String address : delivery.addresses()) {
      try {
        bring(address, delivery, staging);
        return;
      } catch (TransferFailure | BadContent e) {
        String reason = address + ": " + reason(e);
        reasons.add(reason);
        if (reasons.size() < delivery.addresses().size()) {
          listener.failed(reason);
        }
      }
    }
    throw new IOException(
        "cannot fetch "
            + delivery.name()
            + ": "
            + String.join("; ", reasons)
            + "; fetch again to go on, or give a folder with copies: --from FOLDER");
  }

  /**
   * A transfer that went on with old bytes and came out wrong is done once more, from its start.
   */
  private void bring(String address, Delivery delivery, Staging staging) throws IOException {
    Path part = staging.part(delivery);
    boolean goesOn = Files.exists(part) && Files.size(part) > 0;
    Download download = new Download(delivery.name(), part, patience, listener);
    download.run(address);
    try {
      staging.accept(delivery);
    } catch (BadContent e) {
      if (!goesOn) {
        throw e;
      }
      download.run(address);
      staging.accept(delivery);
    }
  }

  private String reason(IOException e) {
    Throwable cause = e.getCause();
    if (e instanceof BadContent || cause == null) {
      return String.valueOf(e.getMessage());
    }
    if (cause instanceof SocketTimeoutException) {
      return "no answer for " + patience.silence().toSeconds() + " s";
    }
    if (cause instanceof UnknownHostException) {
      return "no such host, or no network";
    }
    if (cause instanceof ConnectException) {
      return "no connection";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
