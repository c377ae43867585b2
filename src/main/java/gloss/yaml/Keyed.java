package gloss.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sealed interface whose records are told apart by a key: {@code type: transformer}. The records
 * that it permits, each with its {@link Named}, are the index of the family.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Keyed {
  /** The key whose value is the name of a record. */
  String value() default "type";

  /** The name that holds when the key is missing; empty if it is required. */
  String otherwise() default "";
}
