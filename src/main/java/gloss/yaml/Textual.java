package gloss.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type that stands in a file as one piece of text, such as {@code 20 epochs}.
 *
 * <p>It has a {@code static T parse(String)} that throws an {@link IllegalArgumentException} for
 * what it cannot read, and a {@code toString} that {@code parse} reads back.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Textual {
  /** What an error message says was expected: {@code "an extent such as '20 epochs'"}. */
  String value();
}
