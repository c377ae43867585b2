package gloss.recipe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is made of each record of a family: the visible list from a recipe's records to the things
 * that they describe.
 *
 * @param <R> the family's interface
 * @param <T> what is made
 */
public final class Makers<R, T> {
  private final Map<Class<?>, Function<R, T>> makers = new LinkedHashMap<>();

  /** Adds a member of the family. */
  public <M extends R> Makers<R, T> with(Class<M> type, Function<M, T> maker) {
    makers.put(type, recipe -> maker.apply(type.cast(recipe)));
    return this;
  }

  /** Makes what a record describes. */
  public T make(R recipe) {
    Function<R, T> maker = makers.get(recipe.getClass());
    if (maker == null) {
      throw new IllegalArgumentException("nothing is made of " + recipe.getClass());
    }
    return maker.apply(recipe);
  }
}
