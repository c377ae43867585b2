package gloss.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a key is when the file does not give it. A key without it is required, unless its type is
 * {@link java.util.Optional}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
  /** The value as it would stand in the file: {@code "0.1"}, {@code "[a, b]"}, {@code "{}"}. */
  String value();
}
