package gloss.score.rouge.overlap;

import org.jspecify.annotations.Nullable;

/** The form of a token that is compared, such as its stem. Immutable, for any number of threads. */
@FunctionalInterface
public interface WordForm {
  /** The form, or null if the token is left out. */
  @Nullable String of(String token);
}
