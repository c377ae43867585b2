package gloss.train;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Knows a failure that less work at a time would have avoided: an {@link OutOfMemoryError}, or what
 * the engine says when an allocation outside the Java heap fails.
 */
final class OutOfMemory {
  /** PyTorch's allocators on processor and graphics card, the C++ library and oneDNN. */
  private static final Pattern ALLOCATION =
      Pattern.compile(
          "defaultcpuallocator|out of memory|not enough memory|can't allocate memory|cannot allocate"
              + " memory|bad_alloc|could not create a memory");

  private OutOfMemory() {}

  static boolean is(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof OutOfMemoryError || ALLOCATION.matcher(text(e)).find()) {
        return true;
      }
    }
    return false;
  }

  private static String text(Throwable e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
  }
}
